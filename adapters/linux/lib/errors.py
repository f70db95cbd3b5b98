# SPDX-License-Identifier: Apache-2.0
"""What can stop the adapter as a whole; each knows the exit code the command ends with."""


class AdapterError(Exception):
    """Ends the adapter with its message on standard error."""

    exit_code = 1


class EnvironmentFailure(AdapterError):
    """This computer lacks something (a tool, the package mirror): nothing is said about any kernel."""

    exit_code = 75


class KernelFailure(AdapterError):
    """The kernel under test does not come up far enough to perform any case."""

    exit_code = 1


class ProtocolError(AdapterError):
    """What came in on standard input is not the adapter protocol."""

    exit_code = 2


class UsageError(AdapterError):
    """The command line names something that is not there."""

    exit_code = 2
