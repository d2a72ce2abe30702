package org.mailboxremediation.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
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
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.csv.DuplicateHeaderMode;

/** Reads a campaign's CSV (RFC 4180, UTF-8) as the same reports that JSON would bring, so that the same rules hold. */
final class CampaignCsv {

    private static final Set<String> HEADER = Set.of("mailbox", "symptoms", "riskFactors", "note");
    private static final String HEADER_RULE = "must be mailbox,symptoms,riskFactors,note";
    private static final int MAX_ROW = 32_768;
    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setIgnoreEmptyLines(true)
            .setDuplicateHeaderMode(DuplicateHeaderMode.DISALLOW)
            .get();

    private final FieldRules rules;
    private final int maxRows;

    CampaignCsv(FieldRules rules, int maxRows) {
        this.rules = rules;
        this.maxRows = maxRows;
    }

    /** The rows, one more than allowed at most; broken rules are noted. */
    List<JsonNode> read(byte[] body) {
        List<JsonNode> rows = new ArrayList<>();
        try (CSVParser parser = CSVParser.parse(new StringReader(text(body)), FORMAT)) {
            if (!HEADER.equals(Set.copyOf(parser.getHeaderNames()))) {
                rules.add("header", HEADER_RULE);
                return rows;
            }
            for (CSVRecord line : parser) {
                rows.add(row(line, rows.size()));
                if (rows.size() > maxRows) {
                    break;
                }
            }
        } catch (IllegalArgumentException duplicate) {
            rules.add("header", HEADER_RULE);
        } catch (IOException | UncheckedIOException malformed) {
            rules.add("rows[" + rows.size() + "]", "must be CSV: a quote is not closed, or text stands behind it");
        }
        return rows;
    }

    private JsonNode row(CSVRecord line, int index) {
        ObjectNode row = JsonNodeFactory.instance.objectNode();
        if (line.size() != HEADER.size()
                || line.stream().mapToInt(String::length).sum() > MAX_ROW) {
            rules.add("rows[" + index + "]", "must have 4 values and at most " + MAX_ROW + " characters");
            return row;
        }
        row.put("mailbox", line.get("mailbox").strip());
        row.set("symptoms", list(line.get("symptoms")));
        row.set("riskFactors", list(line.get("riskFactors")));
        if (!line.get("note").isBlank()) {
            row.put("note", line.get("note"));
        }
        return row;
    }

    private static ArrayNode list(String text) {
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
