package org.mailboxremediation.cli;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.mailboxremediation.evidence.trace.AddressBlock;
import org.mailboxremediation.evidence.trace.SharedRelays;
import org.mailboxremediation.evidence.trace.SharedRelays.Provenance;

/** {@code update-relays}: replaces what is known of mail services' outgoing networks. */
final class UpdateRelaysCommand {

    private static final String FILE = "shared-relays.txt";
    private static final String HELP = """
            update-relays [--data-dir DIR] SERVICE=SOURCE...
              Replaces the networks of mail services that many senders share: blocking one of their addresses
              then needs a person's reason. What is known of other services stays. Takes effect at the next start.
              SERVICE  such as google or microsoft
              SOURCE   a file, or an https address: an SPF record, a list of blocks, or JSON that holds them
              DIR      the server's data directory (remediation.data-dir), by default ./data
              Exit code: 0 done, 1 a source cannot be used and nothing was changed, 2 misused.
            """;

    private final Writer out;
    private final Writer err;
    private final LocalDate today;
    private final RelaySource source;

    UpdateRelaysCommand(Writer out, Writer err, LocalDate today, RelaySource source) {
        this.out = out;
        this.err = err;
        this.today = today;
        this.source = source;
    }

    int run(List<String> args) throws IOException {
        if (args.contains("--help")) {
            out.write(HELP);
            return TraceCommand.DONE;
        }
        boolean placed = args.size() > 1 && args.get(0).equals("--data-dir");
        List<String> sources = placed ? args.subList(2, args.size()) : args;
        if (sources.isEmpty() || !sources.stream().allMatch(given -> given.matches("[a-z0-9-]{1,40}=.+"))) {
            err.write(HELP);
            return TraceCommand.MISUSED;
        }
        return update(Path.of(placed ? args.get(1) : "data"), sources);
    }

    private int update(Path directory, List<String> sources) throws IOException {
        Map<String, List<String>> updated = new LinkedHashMap<>();
        for (String given : sources) {
            String[] parts = given.split("=", 2);
            try {
                updated.put(parts[0], lines(parts[0], parts[1]));
            } catch (IOException | IllegalArgumentException unusable) {
                String why = unusable instanceof IOException ? "cannot be read" : unusable.getMessage();
                err.write(parts[1] + " " + why + ". Nothing was changed.\n");
                return TraceCommand.NOT_ALL_READ;
            }
        }
        write(directory, updated);
        return TraceCommand.DONE;
    }

    private List<String> lines(String service, String place) throws IOException {
        List<String> lines = new ArrayList<>(List.of(new Provenance(service, today, place).line()));
        for (AddressBlock block : RelayBlocks.in(source.read(place))) {
            lines.add(RelayBlocks.text(block) + " " + service);
        }
        return lines;
    }

    private void write(Path directory, Map<String, List<String>> updated) throws IOException {
        Path file = directory.resolve(FILE);
        List<String> lines = new ArrayList<>(List.of("# Written by update-relays on " + today + "."));
        updated.values().forEach(lines::addAll);
        SharedRelays before = Files.exists(file) ? SharedRelays.of(Files.readAllLines(file)) : SharedRelays.builtIn();
        lines.addAll(kept(before, updated.keySet()));
        Files.createDirectories(directory);
        Path fresh = Files.write(directory.resolve(FILE + ".new"), lines);
        Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        out.write("Written: " + file + ", " + SharedRelays.of(lines).relays().size() + " blocks.\n");
    }

    /** What was known of the other services, with where that comes from. */
    private static List<String> kept(SharedRelays before, Set<String> updated) {
        List<String> lines = new ArrayList<>();
        Set<String> told = new HashSet<>(updated);
        for (SharedRelays.Relay relay : before.relays()) {
            if (!updated.contains(relay.service())) {
                if (told.add(relay.service())) {
                    before.provenance(relay.service()).map(Provenance::line).ifPresent(lines::add);
                }
                lines.add(RelayBlocks.text(relay.block()) + " " + relay.service());
            }
        }
        return lines;
    }
}
