# SPDX-License-Identifier: Apache-2.0
"""Host side of the Linux adapter: performs cases on a real kernel in an emulated machine."""
