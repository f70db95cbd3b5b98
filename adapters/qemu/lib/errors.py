# SPDX-License-Identifier: Apache-2.0
"""What can go wrong: of the adapter as a whole, each with the exit code that the command ends with, and of one case."""


class AdapterError(Exception):
    """Ends the adapter with its message on standard error."""

    exit_code = 1


class EnvironmentFailure(AdapterError):
    """This computer lacks something: nothing is said about any program."""

    exit_code = 75


class ProtocolError(AdapterError):
    """What came in on standard input is not the adapter protocol."""

    exit_code = 2


class UsageError(AdapterError):
    """The command line names something that is not there."""

    exit_code = 2


class Unperformable(Exception):
    """This adapter cannot perform a case; the text is the reason."""


class Broken(Exception):
    """The program ended in a way that no operation answers; the text says how."""


class Silent(Exception):
    """The program said nothing for too long; the text says what was waited for."""


class Ended(Exception):
    """The program ended while something was expected of it."""
