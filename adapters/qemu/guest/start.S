// SPDX-License-Identifier: Apache-2.0
// Where a processor of PAPR begins if this is the firmware: at 0x100, big endian, in real mode; r3 is the device tree.
        .section .text.start, "ax"
        .globl _start
_start: bcl     20, 31, 1f
1:      mflr    31
        addis   2, 31, (.TOC. - 1b)@ha
        addi    2, 2, (.TOC. - 1b)@l
        addis   1, 31, (stack_end - 128 - 1b)@ha
        addi    1, 1, (stack_end - 128 - 1b)@l
        mfmsr   11
        li      12, 1
        sldi    12, 12, 63
        or      11, 11, 12
        mtmsrd  11
        isync
        bl      guest
2:      b       2b

// trap(registers): a hypercall with r3 to r12 out of ten doublewords, which hold afterwards what it left there.
        .globl trap
trap:   mflr    0
        std     0, 16(1)
        stdu    1, -64(1)
        std     31, 56(1)
        mr      31, 3
        ld      4, 8(31)
        ld      5, 16(31)
        ld      6, 24(31)
        ld      7, 32(31)
        ld      8, 40(31)
        ld      9, 48(31)
        ld      10, 56(31)
        ld      11, 64(31)
        ld      12, 72(31)
        ld      3, 0(31)
        sc      1
        std     3, 0(31)
        std     4, 8(31)
        std     5, 16(31)
        std     6, 24(31)
        std     7, 32(31)
        std     8, 40(31)
        std     9, 48(31)
        std     10, 56(31)
        std     11, 64(31)
        std     12, 72(31)
        ld      31, 56(1)
        addi    1, 1, 64
        ld      0, 16(1)
        mtlr    0
        blr

        .section .bss
        .balign 16
        .space  8192
stack_end:
