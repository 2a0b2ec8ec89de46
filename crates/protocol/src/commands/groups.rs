//! Sorting commands into groups, for a host that does them group by group.

/// Declares a host's groups of commands: a type for each group with the commands that are named, an enum `Group` over
/// them, and `sorted`, which gives a command in its group. Whoever does a group does all of it and nothing else, and a
/// command that is in no group does not compile.
#[macro_export]
macro_rules! command_groups {
    ($vis:vis enum Group { $($(#[$doc:meta])* $group:ident { $($name:ident),* $(,)? })* }) => {
        /// A command in its group.
        $vis enum Group { $($(#[$doc])* $group($group)),* }

        $(
            $(#[$doc])*
            #[allow(clippy::enum_variant_names, reason = "a command keeps its name in its group")]
            $vis enum $group { $($name($crate::commands::$name)),* }

            impl From<$group> for $crate::commands::Command {
                fn from(command: $group) -> Self {
                    match command { $($group::$name(params) => Self::$name(params)),* }
                }
            }
        )*

        /// The group of `command`, with it.
        $vis fn sorted(command: $crate::commands::Command) -> Group {
            match command {
                $($($crate::commands::Command::$name(params) => Group::$group($group::$name(params)),)*)*
            }
        }
    };
}
