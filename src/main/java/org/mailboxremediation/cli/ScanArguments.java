package org.mailboxremediation.cli;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What the {@code scan} command was asked for.
 *
 * @param server where the report goes, without a path
 * @param nonce of the device
 * @param full whether the paths are said to be all of the device
 * @param paths what is scanned; none if a report is there already
 */
record ScanArguments(
        URI server,
        String nonce,
        boolean full,
        Optional<String> scanner,
        Optional<Path> database,
        Optional<Path> clamdConfig,
        Optional<Path> report,
        List<String> paths) {

    private static final Set<String> WITH_VALUE =
            Set.of("--server", "--device", "--scanner", "--database", "--clamd-config", "--report");
    private static final Pattern NONCE = Pattern.compile("([0-9a-f-]{36})\\.[A-Za-z0-9_-]{22}");
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    /** They cannot be used; the message says why. */
    static final class Misused extends Exception {

        Misused(String sentence) {
            super(sentence, null, false, false);
        }
    }

    static ScanArguments parse(List<String> args) throws Misused {
        Map<String, String> options = new HashMap<>();
        List<String> paths = new ArrayList<>();
        boolean full = false;
        for (Iterator<String> rest = args.iterator(); rest.hasNext(); ) {
            String next = rest.next();
            if (WITH_VALUE.contains(next) && rest.hasNext()) {
                options.put(next, rest.next());
            } else if (next.equals("--full")) {
                full = true;
            } else if (next.startsWith("--")) {
                throw new Misused("Unknown, or without a value: " + next);
            } else {
                paths.add(next);
            }
        }
        return of(options, full, paths);
    }

    /** The device's id, which the nonce begins with. */
    String device() {
        return nonce.substring(0, nonce.indexOf('.'));
    }

    private static ScanArguments of(Map<String, String> options, boolean full, List<String> paths) throws Misused {
        Optional<String> scanner = Optional.ofNullable(options.get("--scanner"));
        if (scanner.isPresent() && !Set.of("clamscan", "clamdscan").contains(scanner.get())) {
            throw new Misused("--scanner must be clamscan or clamdscan.");
        }
        if (paths.isEmpty() != options.containsKey("--report")) {
            throw new Misused("Give the paths to scan, or --report with a report that is there already.");
        }
        return new ScanArguments(
                server(options.getOrDefault("--server", "")),
                nonce(options.getOrDefault("--device", "")),
                full,
                scanner,
                path(options, "--database"),
                path(options, "--clamd-config"),
                path(options, "--report"),
                List.copyOf(paths));
    }

    private static Optional<Path> path(Map<String, String> options, String name) {
        return Optional.ofNullable(options.get(name)).map(Path::of);
    }

    private static String nonce(String text) throws Misused {
        if (!NONCE.matcher(text).matches()) {
            throw new Misused("--device needs the nonce that you were given, whole.");
        }
        return text;
    }

    /** Over http only to this machine itself: the login goes along. */
    private static URI server(String text) throws Misused {
        try {
            URI server = URI.create(text);
            String host = server.getHost() == null ? "" : server.getHost();
            boolean secret = "https".equals(server.getScheme())
                    || ("http".equals(server.getScheme()) && LOOPBACK.contains(host));
            if (!secret || host.isEmpty() || server.getRawUserInfo() != null) {
                throw new Misused("--server needs an address that begins with https://");
            }
            return URI.create(text.replaceAll("/+$", ""));
        } catch (IllegalArgumentException noUri) {
            throw new Misused("--server is no address.");
        }
    }
}
