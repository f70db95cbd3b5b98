// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.contract.yaml;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.DocumentStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;

/** Builds the tree of a document from the events of SnakeYAML, and refuses what parsers do not agree on. */
final class TreeBuilder {
    private static final int DEEPEST = 32;

    /** Decimal, and small enough for any parser: JSON numbers are exact up to 2^53. */
    private static final Pattern INTEGER = Pattern.compile("0|-?[1-9][0-9]{0,14}");

    private final String label;
    private final String text;
    private final Iterator<Event> events;

    TreeBuilder(String text, String label) {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(Integer.MAX_VALUE);
        this.text = text;
        this.label = label;
        this.events = new Yaml(options).parse(new java.io.StringReader(text)).iterator();
    }

    YamlNode document() {
        try {
            next(); // the start of the stream
            Event start = next();
            if (!(start instanceof DocumentStartEvent document)) {
                throw problem(start, "a document", "an empty file", "");
            }
            if (document.getExplicit()) {
                throw problem(start, "the content at once", "\"---\" or a directive", "leave it out");
            }
            YamlNode root = node(next(), 0);
            next(); // the end of the document
            Event end = next();
            if (!end.is(Event.ID.StreamEnd)) {
                throw problem(end, "one document", "another one", "write one document per file");
            }
            return root;
        } catch (MarkedYAMLException e) {
            throw syntax(e.getProblemMark(), String.valueOf(e.getProblem()));
        } catch (YAMLException e) {
            throw syntax(null, String.valueOf(e.getMessage()));
        } catch (IllegalArgumentException e) {
            // An escape of more bits than a character has: the scanner computes with it before it looks.
            throw syntax(null, "an escape that is no character");
        }
    }

    private YamlNode node(Event event, int depth) {
        if (depth > DEEPEST) {
            throw problem(event, "at most " + DEEPEST + " levels", "more", "");
        }
        if (event instanceof AliasEvent) {
            throw problem(event, "a value", "an alias", "write the value again");
        }
        if (((NodeEvent) event).getAnchor() != null) {
            throw problem(event, "a value", "an anchor", "leave out &" + ((NodeEvent) event).getAnchor());
        }
        if (event instanceof ScalarEvent scalar) {
            return scalar(scalar);
        }
        CollectionStartEvent start = (CollectionStartEvent) event;
        if (start.getTag() != null) {
            throw problem(event, "a value without tag", start.getTag(), "leave out the tag");
        }
        return event.is(Event.ID.MappingStart) ? entries(start, depth) : items(start, depth);
    }

    private YamlNode.Items items(CollectionStartEvent start, int depth) {
        List<YamlNode> items = new ArrayList<>();
        for (Event event = next(); !event.is(Event.ID.SequenceEnd); event = next()) {
            refuseFlow(start, "[...]");
            items.add(node(event, depth + 1));
        }
        return new YamlNode.Items(items, line(start), column(start));
    }

    private YamlNode.Entries entries(CollectionStartEvent start, int depth) {
        Map<String, YamlNode.Entry> entries = new LinkedHashMap<>();
        for (Event event = next(); !event.is(Event.ID.MappingEnd); event = next()) {
            refuseFlow(start, "{...}");
            YamlNode.Scalar key = key(event);
            YamlNode value = node(next(), depth + 1);
            if (entries.put((String) key.value(), new YamlNode.Entry(key, value)) != null) {
                throw problem(event, "each key once", "\"" + key.value() + "\" again", "remove one of them");
            }
        }
        return new YamlNode.Entries(entries, line(start), column(start));
    }

    private YamlNode.Scalar key(Event event) {
        if (!(event instanceof ScalarEvent key) || key.getAnchor() != null || key.getTag() != null) {
            throw problem(event, "a key", "something else", "");
        }
        String text = key.getValue();
        if (!PlainText.isKey(text)) {
            throw problem(event, "a key of letters, digits and _", "\"" + text + "\"", "");
        }
        if (key.isPlain() && PlainText.isWord(text)) {
            throw problem(
                    event, "a quoted key", text, "write '" + text + "', since some parsers read true, false or null");
        }
        if (!key.isPlain() && !PlainText.isWord(text)) {
            throw problem(event, "a key without quotes", "\"" + text + "\"", "write " + text);
        }
        return new YamlNode.Scalar(text, line(event), column(event));
    }

    private YamlNode.Scalar scalar(ScalarEvent event) {
        if (event.getTag() != null) {
            throw problem(event, "a value without tag", event.getTag(), "leave out the tag");
        }
        if (event.getStartMark().getLine() != event.getEndMark().getLine()) {
            throw problem(event, "a value on one line", "one on several", "use one line in double quotes, with \\n");
        }
        if (!StandardCharsets.UTF_8.newEncoder().canEncode(event.getValue())) {
            throw problem(event, "whole characters", "half of a surrogate pair", "");
        }
        Object value = event.isPlain() ? plain(event) : event.getValue();
        return new YamlNode.Scalar(value, line(event), column(event));
    }

    private Object plain(ScalarEvent event) {
        String value = event.getValue();
        if (value.equals("true") || value.equals("false")) {
            return value.equals("true");
        }
        if (INTEGER.matcher(value).matches()) {
            return Long.parseLong(value);
        }
        if (value.isEmpty()) {
            throw problem(event, "a value", "nothing", "write [] or {} for nothing");
        }
        if (!PlainText.isValue(value)) {
            throw problem(
                    event,
                    "a quoted string",
                    value,
                    "write " + YamlWriter.quoted(value) + ", since parsers disagree on what it is without quotes");
        }
        return value;
    }

    private void refuseFlow(CollectionStartEvent start, String form) {
        if (start.isFlow()) {
            throw problem(start, "one entry per line", form, "only empty [] and {} are written so");
        }
    }

    private Event next() {
        return events.next();
    }

    private static int line(Event event) {
        return event.getStartMark().getLine() + 1;
    }

    private static int column(Event event) {
        return event.getStartMark().getColumn() + 1;
    }

    private YamlProblem problem(Event event, String expected, String found, String hint) {
        return new YamlProblem(label, line(event), column(event), expected, found, hint);
    }

    private YamlProblem syntax(@Nullable Mark mark, String found) {
        int line = mark == null ? 0 : mark.getLine() + 1;
        int column = mark == null ? 0 : mark.getColumn() + 1;
        return new YamlProblem(label, line, column, "YAML", found, text.isBlank() ? "the file is empty" : "");
    }
}
