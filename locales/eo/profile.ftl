# La propraj indikoj de kliento.

profile-signed-in = Vi ensalutas per { $email }.
profile-contact = Kiel atingi vin
profile-no-contact = Vi ne plu estas en la kontaktoj. Petu la firmaon realdoni vin.
profile-email-hint = Fakturoj kaj mesaĝoj venas ĉi tien. Vi plu ensalutas per la supra adreso.
profile-language = Lingvo de viaj retmesaĝoj
profile-language-hint = { $business } skribas al vi en ĉi tiu lingvo, kie eblas.
profile-language-business = Laŭ elekto de la firmao
profile-saved = Konservita. Ankaŭ { $business } vidas tion.
profile-devices = Kie vi estas ensalutinta
profile-devices-note = Se iu el ĉi tiuj ne estas via, aŭ perdiĝis, finu ĝin: ĝi tiam povas malfermi nenion.
profile-device-here = Ĉi tiu aparato
profile-device-end = Fini
