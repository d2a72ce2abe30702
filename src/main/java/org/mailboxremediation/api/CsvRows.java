package org.mailboxremediation.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.csv.DuplicateHeaderMode;

/** Reads CSV (RFC 4180, UTF-8) with a fixed header, bounded, as the objects that JSON would bring. */
final class CsvRows {

    private static final int MAX_ROW = 32_768;
    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setIgnoreEmptyLines(true)
            .setDuplicateHeaderMode(DuplicateHeaderMode.DISALLOW)
            .get();

    private final List<String> header;
    private final FieldRules rules;
    private final int maxRows;

    CsvRows(List<String> header, FieldRules rules, int maxRows) {
        this.header = List.copyOf(header);
        this.rules = rules;
        this.maxRows = maxRows;
    }

    /** The rows, one more than allowed at most; broken rules are noted. */
    List<JsonNode> read(byte[] body, Function<CSVRecord, JsonNode> shape) {
        List<JsonNode> rows = new ArrayList<>();
        try (CSVParser parser = CSVParser.parse(new StringReader(text(body)), FORMAT)) {
            if (!Set.copyOf(header).equals(Set.copyOf(parser.getHeaderNames()))) {
                rules.add("header", "must be " + String.join(",", header));
                return rows;
            }
            for (CSVRecord line : parser) {
                rows.add(fits(line, rows.size()) ? shape.apply(line) : JsonNodeFactory.instance.objectNode());
                if (rows.size() > maxRows) {
                    break;
                }
            }
        } catch (IllegalArgumentException duplicate) {
            rules.add("header", "must be " + String.join(",", header));
        } catch (IOException | UncheckedIOException malformed) {
            rules.add("rows[" + rows.size() + "]", "must be CSV: a quote is not closed, or text stands behind it");
        }
        return rows;
    }

    private boolean fits(CSVRecord line, int index) {
        if (line.size() == header.size()
                && line.stream().mapToInt(String::length).sum() <= MAX_ROW) {
            return true;
        }
        rules.add(
                "rows[" + index + "]", "must have " + header.size() + " values and at most " + MAX_ROW + " characters");
        return false;
    }

    /** What a cell lists, separated by {@code ;}. */
    static ArrayNode list(String text) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        Arrays.stream(text.split(";", -1))
                .map(String::strip)
                .filter(entry -> !entry.isEmpty())
                .forEach(list::add);
        return list;
    }

    /** Without the mark that some spreadsheets put before the first line. */
    private static String text(byte[] body) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException malformed) {
            throw Problem.field("body", "must be UTF-8");
        }
    }
}
