// SPDX-License-Identifier: Apache-2.0
// Where QEMU's firmware jumps to: big endian, real mode, 32 bits; r5 is the entry of the client interface. Nothing is
// relocated, so everything is found from where it runs.
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
        mr      3, 5
        bl      guest
2:      b       2b

// A hypercall; what it returns beside its status goes nowhere.
        .globl hypercall
hypercall:
        sc      1
        blr

// prom(arguments, entry): the client interface of the firmware.
        .globl prom
prom:   mflr    0
        std     0, 16(1)
        stdu    1, -64(1)
        std     2, 24(1)
        mtctr   4
        bctrl
        ld      2, 24(1)
        addi    1, 1, 64
        ld      0, 16(1)
        mtlr    0
        blr

        .section .bss
        .balign 16
        .space  8192
stack_end:
