package org.mailboxremediation.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.apache.commons.csv.CSVRecord;

/** Reads a campaign's CSV (RFC 4180, UTF-8) as the same reports that JSON would bring, so that the same rules hold. */
final class CampaignCsv {

    private static final List<String> HEADER = List.of("mailbox", "symptoms", "riskFactors", "note");

    private final CsvRows rows;

    CampaignCsv(FieldRules rules, int maxRows) {
        this.rows = new CsvRows(HEADER, rules, maxRows);
    }

    /** The rows, one more than allowed at most; broken rules are noted. */
    List<JsonNode> read(byte[] body) {
        return rows.read(body, CampaignCsv::row);
    }

    private static JsonNode row(CSVRecord line) {
        ObjectNode row = JsonNodeFactory.instance.objectNode();
        row.put("mailbox", line.get("mailbox").strip());
        row.set("symptoms", CsvRows.list(line.get("symptoms")));
        row.set("riskFactors", CsvRows.list(line.get("riskFactors")));
        if (!line.get("note").isBlank()) {
            row.put("note", line.get("note"));
        }
        return row;
    }
}
