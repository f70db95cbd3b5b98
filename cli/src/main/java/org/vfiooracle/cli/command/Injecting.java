// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.cli.command;

import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.vfiooracle.contract.codec.OperationCodec;
import org.vfiooracle.contract.declaration.Declaration;
import org.vfiooracle.contract.declaration.Declarations;
import org.vfiooracle.corpus.explain.CallEntry;
import org.vfiooracle.corpus.explain.CallOutline;
import org.vfiooracle.engine.operation.Answer;
import org.vfiooracle.exec.device.PciDevice;
import org.vfiooracle.exec.session.Fault;
import org.vfiooracle.oracle.Machine;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Calls that are to fail. */
final class Injecting {
    /** What every call answers on a descriptor that is none, or of another kind. */
    private static final List<String> WRONG_DESCRIPTOR = List.of("EBADF", "ENOTTY");

    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec command;

    @Option(
            names = "--fail",
            paramLabel = "CALL:ERRNO[:NTH]",
            description = "Make calls of this name fail: all of them, or only the NTH.")
    private List<String> fail = List.of();

    /** Returns the calls that are to fail. */
    List<Fault> faults() {
        return fail.stream().map(this::fault).toList();
    }

    /** Returns what no kernel would do: a call fails that never does, or for an errno that it has no check for. */
    static List<String> unlikely(List<Fault> faults, Machine machine) {
        CallOutline outline = new CallOutline(machine);
        return faults.stream()
                .filter(fault -> outline.calls().contains(fault.call()))
                .flatMap(fault -> unlikely(fault, outline.asMeant(fault.call()))
                        .map(what -> "--fail " + fault + ": " + what + " on "
                                + machine.profile().id() + "; the program meets what no kernel does"))
                .toList();
    }

    /** A step that decides itself may have any answer. */
    private static Stream<String> unlikely(Fault fault, List<CallEntry> entries) {
        List<Answer> answers = entries.stream()
                .filter(entry -> entry.kind() == CallEntry.Kind.CHECK)
                .flatMap(entry -> entry.answer().stream())
                .filter(answer -> answer instanceof Answer.Failed)
                .toList();
        boolean open = entries.stream().anyMatch(entry -> entry.kind() == CallEntry.Kind.REASON);
        if (open || answers.stream().anyMatch(answer -> answer.toString().equals(fault.errno()))) {
            return Stream.empty();
        }
        boolean never = answers.stream().map(Answer::toString).allMatch(WRONG_DESCRIPTOR::contains);
        return Stream.of(fault.call() + (never ? " never fails" : " never fails with " + fault.errno()));
    }

    private Fault fault(String typed) {
        TreeSet<String> known = new TreeSet<>(List.of("open"));
        OperationCodec.names().stream().filter(Injecting::isRequest).forEach(known::add);
        IntStream.range(0, 256)
                .mapToObj(PciDevice::name)
                .filter(name -> !name.isEmpty())
                .forEach(known::add);
        try {
            return Fault.parse(typed, known);
        } catch (IllegalArgumentException e) {
            throw new CommandLine.ParameterException(command.commandLine(), "--fail: " + e.getMessage());
        }
    }

    private static boolean isRequest(String name) {
        return Declarations.ofOperations().all().stream()
                .filter(declaration -> declaration.name().equals(name))
                .map(Declaration::request)
                .anyMatch(Optional::isPresent);
    }
}
