// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.terminal.page;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vfiooracle.advice.bugs.KnownBug;
import org.vfiooracle.advice.bugs.KnownBugs;
import org.vfiooracle.advice.diagnose.AnswerRules;
import org.vfiooracle.advice.diagnose.Diagnosis;
import org.vfiooracle.advice.diagnose.Finding;
import org.vfiooracle.advice.diagnose.KnownMessage;
import org.vfiooracle.advice.diagnose.SystemError;
import org.vfiooracle.contract.platforms.Platforms;
import org.vfiooracle.engine.operation.Answer;
import org.vfiooracle.engine.platform.PlatformId;
import org.vfiooracle.engine.procedure.Rule;
import org.vfiooracle.oracle.Machine;
import org.vfiooracle.oracle.Rules;

/** Adds the rules of platforms to what lines of a log are about. */
public final class DiagnosisPages {
    private DiagnosisPages() {}

    /** Returns the page of a diagnosis, with the rules of the platforms {@code on}. */
    public static DiagnosisPage of(Diagnosis diagnosis, KnownBugs known, List<PlatformId> on, Platforms platforms) {
        Map<PlatformId, Machine> machines = new LinkedHashMap<>();
        on.forEach(id -> machines.put(id, platforms.machine(id)));
        return new DiagnosisPage(
                diagnosis.findings().stream()
                        .map(one -> told(one, known, machines))
                        .toList(),
                diagnosis.lines(),
                diagnosis.recognised(),
                on);
    }

    private static DiagnosisPage.Told told(Finding finding, KnownBugs known, Map<PlatformId, Machine> machines) {
        List<Rule> rules = finding.message().map(KnownMessage::rules).orElse(List.of()).stream()
                .flatMap(id -> Rules.find(id).stream())
                .toList();
        boolean byMessage = !rules.isEmpty()
                || finding.message().isPresent() && finding.calls().isEmpty();
        Optional<AnswerRules> answers = byMessage
                ? Optional.empty()
                : finding.error()
                        .flatMap(SystemError::errno)
                        .map(errno -> AnswerRules.of(Answer.of(errno), finding.calls(), machines));
        List<KnownBug> bugs = finding.message().map(KnownMessage::bugs).orElse(List.of()).stream()
                .flatMap(id -> known.named(id).stream())
                .toList();
        return new DiagnosisPage.Told(finding, rules, bugs, answers);
    }
}
