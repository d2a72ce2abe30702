package org.mailboxremediation.cli;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code scan}: has ClamAV scan this machine and hands the report in. */
final class ScanCommand {

    static final int CLEAN = 0;
    static final int INFECTED = 1;
    static final int MISUSED = 2;
    static final int INCOMPLETE = 3;
    static final int NOT_SCANNED = 4;
    static final int NOT_HANDED_IN = 5;

    private static final String HELP = """
            scan --server URL --device NONCE [OPTION...] PATH...
              Scans this machine with ClamAV and hands the report in.
              URL     the server, https://... (http:// to this machine itself only)
              NONCE   what you were given for this device; it is good for one report
              PATH    what to scan; / (on Windows each drive) for the whole device
              --full              the paths hold all of this device
              --scanner NAME      clamscan (the default where it is installed) or clamdscan
              --database DIR      where clamscan finds its signatures
              --clamd-config FILE where clamdscan finds the daemon
              --report FILE       hands in a report that is there already, instead of PATH
              Your login is taken from REMEDIATION_USER and REMEDIATION_PASSWORD.
              Exit code: 0 clean, 1 malware was found, 2 misused, 3 the report proves nothing (it says why),
                    4 nothing was scanned, 5 the report was not taken (it is kept, and the next step is told).
            """;

    private final Map<String, String> environment;
    private final Writer out;
    private final Writer err;

    ScanCommand(Map<String, String> environment, Writer out, Writer err) {
        this.environment = Map.copyOf(environment);
        this.out = out;
        this.err = err;
    }

    int run(List<String> args) throws IOException {
        if (args.contains("--help")) {
            out.write(HELP);
            return CLEAN;
        }
        try {
            ScanArguments arguments = ScanArguments.parse(args);
            String user = environment.getOrDefault("REMEDIATION_USER", "");
            String password = environment.getOrDefault("REMEDIATION_PASSWORD", "");
            if (user.isEmpty() || password.isEmpty()) {
                throw new ScanArguments.Misused("Set REMEDIATION_USER and REMEDIATION_PASSWORD to your login.");
            }
            return run(arguments, new HandIn(arguments, user, password));
        } catch (ScanArguments.Misused misused) {
            err.write(misused.getMessage() + "\n" + HELP);
            return MISUSED;
        }
    }

    private int run(ScanArguments arguments, HandIn handIn) throws IOException {
        Optional<Path> ready = arguments.report();
        if (ready.isPresent()) {
            if (!Files.isReadable(ready.get())) {
                err.write("The report cannot be read: " + ready.get() + "\n");
                return NOT_SCANNED;
            }
            return handIn(arguments, handIn, Files.readAllBytes(ready.get()));
        }
        Optional<LocalScanner> scanner = LocalScanner.find(arguments, environment);
        if (scanner.isEmpty()) {
            err.write("ClamAV is not installed, or not on the PATH. Install it, update its signatures with"
                    + " freshclam, and start this again.\n");
            return NOT_SCANNED;
        }
        return scan(arguments, scanner.get(), handIn);
    }

    private int scan(ScanArguments arguments, LocalScanner scanner, HandIn handIn) throws IOException {
        ScanProgress progress = new ScanProgress(scanner.name(), err);
        String head = ReportHead.of(arguments, scanner);
        String output = scanner.scan(progress);
        progress.finish();
        if (!output.contains("SCAN SUMMARY")) {
            err.write("The scanner broke off. Nothing was handed in. It said:\n" + output);
            return NOT_SCANNED;
        }
        return handIn(arguments, handIn, (head + output).getBytes(StandardCharsets.ISO_8859_1));
    }

    private int handIn(ScanArguments arguments, HandIn handIn, byte[] report) throws IOException {
        try {
            HandIn.Answer answer = handIn.post(arguments.nonce(), report);
            return answer.status() == 201 ? taken(answer) : refused(answer, report);
        } catch (IOException unreachable) {
            return keep("The server cannot be reached.", report);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return keep("The server was not waited for.", report);
        }
    }

    private int taken(HandIn.Answer answer) throws IOException {
        int code = switch (answer.verdict()) {
            case "CLEAN" -> CLEAN;
            case "INFECTED" -> INFECTED;
            default -> INCOMPLETE;
        };
        out.write(
                switch (code) {
                    case CLEAN -> "The report was taken: the device is clean.\n";
                    case INFECTED ->
                        "The report was taken: malware was found. Do not use the device; tell whoever"
                                + " gave you the nonce.\n";
                    default -> "The report was taken, but does not prove that the device is clean:\n";
                });
        for (String sentence : answer.sentences()) {
            out.write("  " + sentence + "\n");
        }
        return code;
    }

    private int refused(HandIn.Answer answer, byte[] report) throws IOException {
        String why = answer.status() == 401
                ? "The server does not know this login. Check REMEDIATION_USER and REMEDIATION_PASSWORD."
                : "The server did not take the report (" + answer.status() + "). "
                        + String.join(" ", answer.sentences());
        return keep(why, report);
    }

    /** Hours of scanning are not lost because of the last second. */
    private int keep(String why, byte[] report) throws IOException {
        Path kept = Files.createTempFile("scan-report-", ".txt");
        Files.write(kept, report);
        err.write(why.strip() + "\nThe report is kept in " + kept + ". Once that is settled, hand it in with: scan"
                + " --server URL --device NONCE --report " + kept + "\n");
        return NOT_HANDED_IN;
    }
}
