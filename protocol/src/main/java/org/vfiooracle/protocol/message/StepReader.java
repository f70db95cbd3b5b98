// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.protocol.message;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.vfiooracle.contract.codec.CodecProblem;
import org.vfiooracle.contract.codec.EffectCodec;
import org.vfiooracle.contract.codec.Fields;
import org.vfiooracle.contract.codec.Hex;
import org.vfiooracle.contract.codec.HostCallCodec;
import org.vfiooracle.contract.observation.ObservedStep;
import org.vfiooracle.contract.observation.Observes;
import org.vfiooracle.contract.observation.Part;
import org.vfiooracle.engine.operation.Effect;
import org.vfiooracle.engine.operation.HostCall;
import org.vfiooracle.engine.operation.OutField;
import org.vfiooracle.engine.operation.Word;

/** Reads one entry of {@code steps} of an answer. An errno or a field unknown to the model passes; a wrong spelling does not. */
final class StepReader {
    /** An errno, or an error of the implementation's own, which a user can tell us the meaning of. */
    private static final Pattern ERROR = Pattern.compile(MessageReader.OWN_ERROR);

    private static final String RULE = "rule";

    private final Observes observes;

    StepReader(Observes observes) {
        this.observes = observes;
    }

    ObservedStep read(Object tree, String path) {
        Fields fields = Fields.of(tree, path);
        MessageForm.STEP.check(fields);
        ObservedStep step = new ObservedStep(
                answer(fields),
                out(fields),
                lockedPages(fields),
                effects(fields),
                calls(fields),
                fields.optionalText(RULE).orElse(""));
        fields.end();
        return step;
    }

    private static String answer(Fields fields) {
        Object value = fields.any("answer");
        boolean number = value instanceof Integer || value instanceof Long;
        if (number
                || value.equals("fd")
                || (value instanceof String word && Word.find(word).isPresent())
                || (value instanceof String text && ERROR.matcher(text).matches())) {
            return value.toString();
        }
        throw new CodecProblem(
                fields.path("answer"),
                "an integer, \"fd\", the name of an errno or a word of a program",
                "\"" + value + "\"");
    }

    private static Map<String, String> out(Fields fields) {
        Fields filled = fields.mapOrEmpty("out");
        Map<String, String> out = new LinkedHashMap<>();
        for (String key : filled.keys()) {
            out.put(key, value(filled, key));
        }
        return out;
    }

    private static String value(Fields filled, String key) {
        return Arrays.stream(OutField.values())
                .filter(field -> field.key().equals(key))
                .findFirst()
                .map(field -> field.hex() ? Hex.of(filled.hex(key)) : Long.toString(filled.number(key)))
                .orElseGet(() -> filled.any(key).toString());
    }

    private OptionalLong lockedPages(Fields fields) {
        boolean there = observes.sees(Part.LOCKED_PAGES) || fields.has(Part.LOCKED_PAGES.key());
        return there ? OptionalLong.of(fields.number(Part.LOCKED_PAGES.key())) : OptionalLong.empty();
    }

    private List<HostCall> calls(Fields fields) {
        return fields.listOrEmpty(Part.CALLS.key(), HostCallCodec::decode);
    }

    private List<Effect> effects(Fields fields) {
        boolean needed = observes.parts().stream().anyMatch(Part::ofEffects);
        return needed
                ? fields.list("effects", EffectCodec::decode)
                : fields.listOrEmpty("effects", EffectCodec::decode);
    }
}
