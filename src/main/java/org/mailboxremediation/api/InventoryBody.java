package org.mailboxremediation.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import org.mailboxremediation.device.DeviceIdentity;
import org.mailboxremediation.device.Inventory;
import org.mailboxremediation.device.InventoryDevice;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/** Reads an import of devices: CSV or a JSON list, whole before any of it counts, and refused whole if one row is wrong. */
@Component
final class InventoryBody {

    private static final int MAX = 10 * 1024 * 1024;
    private static final List<String> HEADER = List.of("identifier", "name", "kind", "owner", "managed", "mailboxes");

    private final JsonBodies json;

    InventoryBody(JsonBodies json) {
        this.json = json;
    }

    /**
     * The devices.
     *
     * @throws Problem 413 if the body is too large; 400 naming each row and member that breaks a rule
     */
    List<InventoryDevice> read(HttpServletRequest request) {
        byte[] body = JsonBodies.bytes(request, MAX);
        FieldRules rules = new FieldRules();
        List<JsonNode> rows = rows(request, body, rules);
        rules.check();
        if (rows.isEmpty() || rows.size() > Inventory.MAX_ROWS) {
            throw Problem.field("rows", "must be 1 to " + Inventory.MAX_ROWS);
        }
        List<InventoryDevice> devices = devices(rows, rules);
        rules.check();
        return devices;
    }

    private List<JsonNode> rows(HttpServletRequest request, byte[] body, FieldRules rules) {
        if (MediaType.parseMediaType(String.valueOf(request.getContentType()))
                .isCompatibleWith(MediaType.valueOf("text/csv"))) {
            return new CsvRows(HEADER, rules, Inventory.MAX_ROWS).read(body, InventoryBody::row);
        }
        List<JsonNode> rows = new ArrayList<>();
        JsonNode list = json.parse(body);
        if (!list.isArray()) {
            rules.add("body", "must be a list of devices");
        }
        list.forEach(rows::add);
        return rows;
    }

    private static JsonNode row(CSVRecord line) {
        ObjectNode row = JsonNodeFactory.instance.objectNode();
        for (String name : List.of("identifier", "name", "kind", "owner", "managed")) {
            String text = line.get(name).strip();
            if (!text.isEmpty()) {
                row.put(name, text);
            }
        }
        row.set("mailboxes", CsvRows.list(line.get("mailboxes")));
        return row;
    }

    private static List<InventoryDevice> devices(List<JsonNode> rows, FieldRules rules) {
        List<InventoryDevice> devices = new ArrayList<>(rows.size());
        Set<@Nullable String> keys = new HashSet<>();
        for (int index = 0; index < rows.size(); index++) {
            String place = "rows[" + index + "]";
            Members.read(rows.get(index), place, rules, InventoryShape::read).ifPresent(device -> {
                if (!keys.add(DeviceIdentity.key(device.identifier()))) {
                    rules.add(place + ".identifier", "stands in another row already");
                }
                devices.add(device);
            });
        }
        return devices;
    }
}
