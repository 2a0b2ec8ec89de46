/** What Esperanto calls countries (ISO 3166-1 alpha-2) and currencies (ISO 4217); browsers carry no such names. */
const REGION_LINES = `
AD Andoro|AE Unuiĝintaj Arabaj Emirlandoj|AF Afganio|AG Antigvo kaj Barbudo|AI Angvilo|AL Albanio|AM Armenio
AO Angolo|AQ Antarkto|AR Argentino|AS Usona Samoo|AT Aŭstrio|AU Aŭstralio|AW Arubo|AX Alando|AZ Azerbajĝano
BA Bosnio kaj Hercegovino|BB Barbado|BD Bangladeŝo|BE Belgio|BF Burkino|BG Bulgario|BH Barejno|BI Burundo
BJ Benino|BL Sankta Bartolomeo|BM Bermudoj|BN Brunejo|BO Bolivio|BQ Kariba Nederlando|BR Brazilo|BS Bahamoj
BT Butano|BV Buvetinsulo|BW Bocvano|BY Belorusio|BZ Belizo|CA Kanado|CC Kokosinsuloj
CD Demokratia Respubliko Kongo|CF Centrafrika Respubliko|CG Respubliko Kongo|CH Svislando|CI Eburbordo
CK Kukinsuloj|CL Ĉilio|CM Kameruno|CN Ĉinio|CO Kolombio|CR Kostariko|CU Kubo|CV Kaboverdo|CW Kuracao
CX Kristnaskinsulo|CY Kipro|CZ Ĉeĥio|DE Germanio|DJ Ĝibutio|DK Danio|DM Dominiko|DO Dominika Respubliko
DZ Alĝerio|EC Ekvadoro|EE Estonio|EG Egiptio|EH Okcidenta Saharo|ER Eritreo|ES Hispanio|ET Etiopio|FI Finnlando
FJ Fiĝioj|FK Falklandoj|FM Mikronezio|FO Ferooj|FR Francio|GA Gabono|GB Britio|GD Grenado|GE Kartvelio
GF Franca Gujano|GG Gernezejo|GH Ganao|GI Ĝibraltaro|GL Gronlando|GM Gambio|GN Gvineo|GP Gvadelupo
GQ Ekvatora Gvineo|GR Grekio|GS Sudgeorgio kaj Sudsandviĉinsuloj|GT Gvatemalo|GU Gvamo|GW Gvineo-Bisaŭo|GY Gujano
HK Honkongo|HM Herda kaj Makdonaldaj Insuloj|HN Honduro|HR Kroatio|HT Haitio|HU Hungario|ID Indonezio|IE Irlando
IL Israelo|IM Manksinsulo|IN Barato|IO Brita Hindoceana Teritorio|IQ Irako|IR Irano|IS Islando|IT Italio
JE Ĵerzejo|JM Jamajko|JO Jordanio|JP Japanio|KE Kenjo|KG Kirgizio|KH Kamboĝo|KI Kiribato|KM Komoroj
KN Sankta Kristoforo kaj Neviso|KP Nord-Koreio|KR Sud-Koreio|KW Kuvajto|KY Kajmanoj|KZ Kazaĥio|LA Laoso|LB Libano
LC Sankta Lucio|LI Liĥtenŝtejno|LK Srilanko|LR Liberio|LS Lesoto|LT Litovio|LU Luksemburgo|LV Latvio|LY Libio
MA Maroko|MC Monako|MD Moldavio|ME Montenegro|MF Sankta Marteno (franca)|MG Madagaskaro|MH Marŝaloj
MK Nord-Makedonio|ML Malio|MM Mjanmao|MN Mongolio|MO Makao|MP Nord-Marianoj|MQ Martiniko|MR Maŭritanio
MS Moncerato|MT Malto|MU Maŭricio|MV Maldivoj|MW Malavio|MX Meksiko|MY Malajzio|MZ Mozambiko|NA Namibio
NC Nov-Kaledonio|NE Niĝero|NF Norfolkinsulo|NG Niĝerio|NI Nikaragvo|NL Nederlando|NO Norvegio|NP Nepalo|NR Nauro
NU Niuo|NZ Nov-Zelando|OM Omano|PA Panamo|PE Peruo|PF Franca Polinezio|PG Papuo-Nov-Gvineo|PH Filipinoj
PK Pakistano|PL Pollando|PM Sankta Petro kaj Mikelono|PN Pitkarna Insulo|PR Portoriko|PS Palestino|PT Portugalio
PW Palaŭo|PY Paragvajo|QA Kataro|RE Reunio|RO Rumanio|RS Serbio|RU Rusio|RW Ruando|SA Sauda Arabio|SB Salomonoj
SC Sejŝeloj|SD Sudano|SE Svedio|SG Singapuro|SH Sankta Heleno|SI Slovenio|SJ Svalbardo kaj Janmajeno|SK Slovakio
SL Sieraleono|SM Sanmarino|SN Senegalo|SO Somalio|SR Surinamo|SS Sud-Sudano|ST Santomeo kaj Principeo|SV Salvadoro
SX Sankta Marteno (nederlanda)|SY Sirio|SZ Svazilando|TC Turkinsuloj kaj Kajkoj|TD Ĉado
TF Francaj Sudaj Teritorioj|TG Togolando|TH Tajlando|TJ Taĝikio|TK Tokelao|TL Orienta Timoro|TM Turkmenio
TN Tunizio|TO Tongo|TR Turkio|TT Trinidado kaj Tobago|TV Tuvalo|TW Tajvano|TZ Tanzanio|UA Ukrainio|UG Ugando
UM Usonaj malgrandaj insuloj|US Usono|UY Urugvajo|UZ Uzbekio|VA Vatikano|VC Sankta Vincento kaj Grenadinoj
VE Venezuelo|VG Britaj Virgulininsuloj|VI Usonaj Virgulininsuloj|VN Vjetnamio|VU Vanuatuo|WF Valiso kaj Futuno
WS Samoo|YE Jemeno|YT Majoto|ZA Sud-Afriko|ZM Zambio|ZW Zimbabvo`;

const CURRENCY_LINES = `
AED emirlanda dirhamo|AFN afgana afganio|ALL albana leko|AMD armena dramo|XCG kariba guldeno|AOA angola kvanzo
ARS argentina peso|AUD aŭstralia dolaro|AWG aruba guldeno|AZN azerbajĝana manato|BAM bosnia konvertebla marko
BBD barbada dolaro|BDT bangladeŝa tako|BHD barejna dinaro|BIF burunda franko|BMD bermuda dolaro|BND bruneja dolaro
BOB boliviano|BRL brazila realo|BSD bahama dolaro|BTN butana ngultrumo|BWP bocvana pulao|BYN belorusa rublo
BZD beliza dolaro|CAD kanada dolaro|CDF konga franko|CHF svisa franko|CLP ĉilia peso|CNY ĉina juano
COP kolombia peso|CRC kostarika kolono|CUP kuba peso|CVE kaboverda eskudo|CZK ĉeĥa krono|DJF ĝibutia franko
DKK dana krono|DOP dominika peso|DZD alĝeria dinaro|EGP egipta pundo|ERN eritrea nakfo|ETB etiopia biro|EUR eŭro
FJD fiĝia dolaro|FKP falklanda pundo|GBP brita pundo|GEL kartvela lario|GHS ganaa cedio|GIP ĝibraltara pundo
GMD gambia dalasio|GNF gvinea franko|GTQ gvatemala kecalo|GYD gujana dolaro|HKD honkonga dolaro|HNL hondura lempiro
HTG haitia gurdo|HUF hungara forinto|IDR indonezia rupio|ILS israela ŝekelo|INR barata rupio|IQD iraka dinaro
IRR irana rialo|ISK islanda krono|JMD jamajka dolaro|JOD jordania dinaro|JPY japana eno|KES kenja ŝilingo
KGS kirgiza somo|KHR kamboĝa rielo|KMF komora franko|KPW nordkorea vono|KRW sudkorea vono|KWD kuvajta dinaro
KYD kajmana dolaro|KZT kazaĥa tengo|LAK laosa kipo|LBP libana pundo|LKR srilanka rupio|LRD liberia dolaro
LSL lesota lotio|LYD libia dinaro|MAD maroka dirhamo|MDL moldava leo|MGA madagaskara ariaro|MKD makedona denaro
MMK mjanmaa kjato|MNT mongola tugriko|MOP makaa patako|MRU maŭritania ugijo|MUR maŭricia rupio|MVR maldiva rufijo
MWK malavia kvaĉo|MXN meksika peso|MYR malajzia ringito|MZN mozambika metikalo|NAD namibia dolaro|NGN niĝeria najro
NIO nikaragva kordobo|NOK norvega krono|NPR nepala rupio|NZD novzelanda dolaro|OMR omana rialo|PAB panama balboo
PEN perua solo|PGK papuonovgvinea kinao|PHP filipina peso|PKR pakistana rupio|PLN pola zloto|PYG paragvaja gvaranio
QAR katara rialo|RON rumana leo|RSD serba dinaro|RUB rusa rublo|RWF ruanda franko|SAR sauda rialo
SBD salomona dolaro|SCR sejŝela rupio|SDG sudana pundo|SEK sveda krono|SGD singapura dolaro|SHP sanktahelena pundo
SLE sieraleona leono|SOS somalia ŝilingo|SRD surinama dolaro|SSP sudsudana pundo|STN santomea dobro
SVC salvadora kolono|SYP siria pundo|SZL svazilanda lilangenio|THB taja bahto|TJS taĝika somonio
TMT turkmena manato|TND tunizia dinaro|TOP tonga paango|TRY turka liro|TTD trinidada dolaro|TWD tajvana dolaro
TZS tanzania ŝilingo|UAH ukraina hrivno|UGX uganda ŝilingo|USD usona dolaro|UYU urugvaja peso|UZS uzbeka somo
VED venezuela cifereca bolivaro|VES venezuela bolivaro|VND vjetnama dongo|VUV vanuatua vatuo|WST samoa talao
XAF centrafrika CFA-franko|XCD orientkariba dolaro|XOF okcidentafrika CFA-franko|XPF pacifika CFP-franko
YER jemena rialo|ZAR sudafrika rando|ZMW zambia kvaĉo|ZWG zimbabva oro`;

const namesIn = (lines: string) =>
  new Map(
    lines
      .trim()
      .split(/[|\n]/)
      .map((entry) => {
        const cut = entry.indexOf(' ');
        return [entry.slice(0, cut), entry.slice(cut + 1)] as const;
      }),
  );

/** The names by code. */
export const ESPERANTO_PLACES = { region: namesIn(REGION_LINES), currency: namesIn(CURRENCY_LINES) };
