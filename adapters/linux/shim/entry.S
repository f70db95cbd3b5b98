/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Entered by the firmware in place of a kernel, big-endian and in real mode: r3 is the flattened device tree, r6 and r7 are
 * the ePAPR's, r8 is where OPAL begins and r9 where it is entered. It ends by entering the kernel in the same way, with
 * another tree and another entry of OPAL.
 *
 * All addresses are below 2 GiB, and are those that the linker gave: the firmware loads a kernel to a fixed place.
 */

        .macro load_address register, symbol
        lis     \register, \symbol@ha
        addi    \register, \register, \symbol@l
        .endm

        .macro load_doubleword register, symbol
        lis     \register, \symbol@ha
        ld      \register, \symbol@l(\register)
        .endm

        .macro store_doubleword register, symbol, scratch
        lis     \scratch, \symbol@ha
        std     \register, \symbol@l(\scratch)
        .endm

        .section .start, "ax"
        .globl  entry
entry:
        b       begin
        .balign 8
/* The builder looks for these: what this is, where the kernel goes, and its size, which the builder writes here. */
        .ascii  "OLDBRIDG"
        .quad   carried_kernel - entry
        .globl  carried_kernel_size
carried_kernel_size:
        .quad   0

begin:
        bl      1f                      /* are we where the linker put us? */
1:      mflr    %r10
        load_address %r11, 1b
        cmpd    %r10, %r11
        bne     misplaced

        store_doubleword %r8, opal_base, %r11
        store_doubleword %r9, opal_entry, %r11
        mr      %r30, %r6
        mr      %r31, %r7
        load_address %r1, stack_end - FRAME
        li      %r0, 0
        std     %r0, 0(%r1)
        load_address %r2, .TOC.
        mr      %r4, %r9
        load_address %r5, handover
        bl      shim_main

        load_address %r10, handover
        ld      %r11, 0(%r10)
        ld      %r3, 8(%r10)
        ld      %r9, 16(%r10)
        load_doubleword %r8, opal_base
        li      %r4, 0
        li      %r5, 0                  /* no Open Firmware to return to */
        mr      %r6, %r30
        mr      %r7, %r31
        sync
        icbi    0, %r11
        sync
        isync
        mtctr   %r11
        bctr

/* Says so with the firmware alone: nothing of C works here. r10 is the address of label 1. */
misplaced:
        mr      %r2, %r8
        mtctr   %r9
        addi    %r4, %r10, misplaced_size - 1b
        addi    %r5, %r10, misplaced_text - 1b
        li      %r3, 0
        li      %r0, 1                  /* OPAL_CONSOLE_WRITE */
        bctrl
2:      b       2b
        .balign 8
misplaced_size:
        .quad   misplaced_end - misplaced_text
misplaced_text:
        .ascii  "shim: loaded to another address than 0x20010000; no kernel is started\r\n"
misplaced_end:

        .text
        .balign 4
/*
 * Where Linux enters OPAL: r0 is the call, r3 to r10 are what it takes, r2 is OPAL's base, and LR where Linux goes on. As in
 * OPAL itself r11, r12, CR0 and CTR may be used before anything is looked at.
 */
        .globl  wrapper
wrapper:
        cmpldi  %r0, 63
        bgt     pass
        load_doubleword %r11, answered_calls
        srd     %r11, %r11, %r0
        andi.   %r11, %r11, 1
        bne     answer
pass:
        load_doubleword %r12, opal_entry
        mtctr   %r12
        bctr

/*
 * Answered here, in C, on a stack of its own, which the lock gives to one processor at a time. Linux's stack has an address
 * that is of no use in real mode.
 */
        .set    FRAME, 128
        .set    SAVED_LR, 96
        .set    SAVED_R1, 104
        .set    SAVED_R2, 112
answer:
        load_address %r11, lock
        li      %r12, 1
3:      lwarx   %r2, 0, %r11
        cmpwi   %r2, 0
        bne     3b
        stwcx.  %r12, 0, %r11
        bne     3b
        isync
        load_address %r12, stack_end - FRAME
        std     %r1, SAVED_R1(%r12)
        mr      %r1, %r12
        mflr    %r12
        std     %r12, SAVED_LR(%r1)
        load_doubleword %r12, opal_base
        std     %r12, SAVED_R2(%r1)
        li      %r12, 0
        std     %r12, 0(%r1)
        load_address %r2, .TOC.
        mr      %r10, %r0
        bl      answer_call
        ld      %r12, SAVED_LR(%r1)
        mtlr    %r12
        ld      %r2, SAVED_R2(%r1)
        ld      %r1, SAVED_R1(%r1)
        load_address %r11, lock
        li      %r12, 0
        lwsync
        stw     %r12, 0(%r11)
        blr

/* int64_t call_firmware(seven numbers, call) */
        .globl  call_firmware
        .type   call_firmware, @function
call_firmware:
        mflr    %r0
        std     %r0, 16(%r1)
        std     %r2, 24(%r1)
        stdu    %r1, -64(%r1)
        mr      %r0, %r10
        load_doubleword %r2, opal_base
        load_doubleword %r12, opal_entry
        mtctr   %r12
        bctrl
        addi    %r1, %r1, 64
        ld      %r2, 24(%r1)
        ld      %r0, 16(%r1)
        mtlr    %r0
        blr
        .size   call_firmware, . - call_firmware

        .data
        .balign 8
opal_base:
        .quad   0
opal_entry:
        .quad   0
handover:
        .skip   24
        .balign 128                     /* alone in its cache line */
lock:
        .long   0
        .balign 128

        .bss
        .balign 16
        .skip   0x8000
stack_end:
