package org.mailboxremediation.api;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import org.mailboxremediation.campaign.Campaigns;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/**
 * Reads a campaign: reports as CSV, as a JSON list, or as a JSON object with the list under {@code rows}. It is read whole
 * before any of it counts, and refused whole if one row breaks a rule; places are counted from 0, without the header.
 */
@Component
final class CampaignBody {

    /** The largest body, in bytes. */
    static final int MAX = 10 * 1024 * 1024;

    private final JsonBodies json;

    CampaignBody(JsonBodies json) {
        this.json = json;
    }

    /**
     * The rows.
     *
     * @throws Problem 413 if the body is too large; 400 naming each row and member that breaks a rule
     */
    List<Campaigns.Entry> read(HttpServletRequest request, Caller caller) {
        byte[] body = JsonBodies.bytes(request, MAX);
        FieldRules rules = new FieldRules();
        List<JsonNode> rows =
                isCsv(request) ? new CampaignCsv(rules, Campaigns.MAX_ROWS).read(body) : rows(json.parse(body), rules);
        rules.check();
        if (rows.isEmpty() || rows.size() > Campaigns.MAX_ROWS) {
            throw Problem.field("rows", "must be 1 to " + Campaigns.MAX_ROWS);
        }
        List<Campaigns.Entry> entries = entries(rows, rules, caller);
        rules.check();
        return entries;
    }

    private static boolean isCsv(HttpServletRequest request) {
        return MediaType.parseMediaType(String.valueOf(request.getContentType()))
                .isCompatibleWith(MediaType.valueOf("text/csv"));
    }

    private static List<JsonNode> rows(JsonNode body, FieldRules rules) {
        JsonNode rows = body.isObject() ? body.path("rows") : body;
        boolean more = body.isObject() && body.size() > 1;
        if (!rows.isArray() || more) {
            rules.add("rows", "must be a list of reports, the body itself or its only member");
            return List.of();
        }
        List<JsonNode> all = new ArrayList<>(rows.size());
        rows.forEach(all::add);
        return all;
    }

    private List<Campaigns.Entry> entries(List<JsonNode> rows, FieldRules rules, Caller caller) {
        List<Campaigns.Entry> entries = new ArrayList<>(rows.size());
        for (int index = 0; index < rows.size(); index++) {
            String place = "rows[" + index + "]";
            if (json.holdsPassword(rows.get(index))) {
                rules.add(place, JsonBodies.HOLDS_PASSWORD);
            }
            Members.read(rows.get(index), place, rules, ReportBody::read)
                    .filter(row -> rules.isEmpty())
                    .map(row -> new Campaigns.Entry(row.toReport(caller), row.devices()))
                    .ifPresent(entries::add);
        }
        return entries;
    }
}
