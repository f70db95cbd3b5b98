# SPDX-License-Identifier: Apache-2.0
"""Performs cases of programs on driver libraries."""
