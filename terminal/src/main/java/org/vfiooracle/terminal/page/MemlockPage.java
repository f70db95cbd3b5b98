// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.terminal.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vfiooracle.advice.memlock.LockAnswer;
import org.vfiooracle.advice.memlock.LockQuestion;
import org.vfiooracle.advice.memlock.LockShare;
import org.vfiooracle.contract.codec.OperationCodec;
import org.vfiooracle.contract.fixture.PerformedOperation;
import org.vfiooracle.contract.wording.ByteText;
import org.vfiooracle.contract.wording.CallText;
import org.vfiooracle.contract.wording.OperationText;
import org.vfiooracle.engine.operation.HostCall;
import org.vfiooracle.engine.platform.PlatformId;

/**
 * How much memory must be lockable.
 *
 * @param platform as the user named it
 * @param question what somebody wants to do
 * @param answer what that takes
 */
public record MemlockPage(PlatformId platform, LockQuestion question, LockAnswer answer) implements Page {
    private static final int KIB = 1024;

    /** Whether all calls can succeed when enough memory may be locked. */
    public boolean possible() {
        return answer.refused().isEmpty();
    }

    @Override
    public List<String> text() {
        List<String> lines = new ArrayList<>();
        lines.add("Locked memory on " + platform + ": " + ByteText.size(question.ram()) + ", " + question.devices()
                + (question.devices() == 1 ? " device" : " devices")
                + question.program().map(program -> ", " + program).orElse("")
                + (question.viommu() ? ", an address space for each device" : ""));
        lines.add("");
        if (!possible()) {
            answer.refused().ifPresent(call -> {
                lines.add("This fails whatever the limit is:");
                lines.addAll(failure(call));
            });
            return lines;
        }
        lines.addAll(table().lines("  "));
        if (answer.pages() == 0) {
            return lines;
        }
        lines.add("");
        lines.addAll(TextTable.headed("in a shell", "ulimit -l " + kib(answer.pages()))
                .row("in a systemd unit", "LimitMEMLOCK=" + answer.bytes())
                .row(
                        "in a libvirt domain",
                        "<memtune><hard_limit unit='KiB'>" + kib(answer.pages()) + "</hard_limit></memtune>")
                .lines("  "));
        lines.add("");
        lines.add("libvirt's hard_limit also bounds all memory of QEMU: add what QEMU itself needs.");
        lines.add("A process with CAP_IPC_LOCK needs no limit.");
        answer.below().ifPresent(call -> {
            lines.add("");
            lines.add("With one host page (" + ByteText.size(answer.profile().pageSize()) + ") less:");
            lines.addAll(failure(call));
        });
        return lines;
    }

    private TextTable table() {
        TextTable table = TextTable.headed("KiB", "bytes", "what for");
        for (LockShare share : shares()) {
            table.row(kib(share.pages()), bytes(share.pages()), share.what());
        }
        return table.row(kib(answer.pages()), bytes(answer.pages()), "RLIMIT_MEMLOCK, at least");
    }

    private List<LockShare> shares() {
        List<LockShare> shares = new ArrayList<>(answer.shares());
        if (answer.passing() > 0) {
            shares.add(new LockShare("in passing, while windows change", answer.passing()));
        }
        return shares;
    }

    private List<String> failure(PerformedOperation call) {
        List<String> lines = new ArrayList<>();
        lines.add("  " + OperationText.of(call.operation()) + " -> "
                + call.transition().outcome().answer() + ", rule "
                + call.transition().rule().id());
        lines.add("  " + call.transition().rule().sentence());
        refused(call).ifPresent(inside -> lines.add("  after " + CallText.of(inside) + ", rule " + inside.rule()));
        return lines;
    }

    /** The last call of a program that the kernel refused. */
    private static Optional<HostCall> refused(PerformedOperation call) {
        List<HostCall> calls = call.transition().outcome().calls().stream()
                .filter(one -> !one.answer().succeeded())
                .toList();
        return calls.isEmpty() ? Optional.empty() : Optional.of(calls.get(calls.size() - 1));
    }

    private String kib(long pages) {
        return Long.toString(pages * answer.profile().pageSize() / KIB);
    }

    private String bytes(long pages) {
        return Long.toString(pages * answer.profile().pageSize());
    }

    @Override
    public Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("platform", platform.toString());
        json.put("computed_as", answer.profile().id().toString());
        json.put("ram", question.ram());
        json.put("devices", question.devices());
        question.program().ifPresent(program -> json.put("program", program));
        json.put("viommu", question.viommu());
        json.put("possible", possible());
        json.put("containers", answer.containers());
        json.put("host_page_size", answer.profile().pageSize());
        if (possible()) {
            json.put("bytes", answer.bytes());
            json.put("shares", shares().stream().map(this::json).toList());
        }
        answer.refused().ifPresent(call -> json.put("refused", json(call)));
        answer.below().ifPresent(call -> json.put("one_page_less", json(call)));
        json.put(
                "operations",
                answer.performed().stream()
                        .map(step -> OperationCodec.encode(step.operation()))
                        .toList());
        return json;
    }

    private Map<String, Object> json(LockShare share) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("what", share.what());
        json.put("bytes", share.pages() * answer.profile().pageSize());
        return json;
    }

    private static Map<String, Object> json(PerformedOperation call) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("operation", OperationCodec.encode(call.operation()));
        json.put("answer", call.transition().outcome().answer().toString());
        json.put("rule", call.transition().rule().id());
        return json;
    }
}
