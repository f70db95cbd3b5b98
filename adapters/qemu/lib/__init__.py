# SPDX-License-Identifier: Apache-2.0
"""Performs cases of the program layer on real QEMU, whose VFIO calls the model answers."""
