package org.mailboxremediation.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.mailboxremediation.device.Inventory;
import org.mailboxremediation.device.InventoryDevice;
import org.mailboxremediation.process.ConflictRetry;
import org.springframework.http.MediaType;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The organisation's devices. */
@RestController
@RequestMapping(path = "/api/devices", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Devices")
final class InventoryController {

    private final InventoryBody bodies;
    private final Inventory inventory;
    private final ConflictRetry conflicts;

    InventoryController(InventoryBody bodies, Inventory inventory, ConflictRetry conflicts) {
        this.bodies = bodies;
        this.inventory = inventory;
        this.conflicts = conflicts;
    }

    /**
     * What an import came to.
     *
     * @param imported how many devices it brought
     * @param total how many there are now
     */
    record Imported(int imported, int total) {}

    @PostMapping(consumes = {MediaType.APPLICATION_JSON_VALUE, "text/csv"})
    @Operation(
            summary = "Import devices, all of them or none: a JSON list of {identifier, name, kind, owner, managed,"
                    + " mailboxes[]}, or CSV with that header (mailboxes separated by ;). Each takes the place of the one"
                    + " with its identifier, and joins the next case of its mailboxes")
    Imported add(HttpServletRequest request, Authentication authentication) {
        List<InventoryDevice> devices = bodies.read(request);
        return conflicts.inTransaction(() -> {
            inventory.store(devices, Caller.of(authentication).userId());
            return new Imported(devices.size(), inventory.count());
        });
    }
}
