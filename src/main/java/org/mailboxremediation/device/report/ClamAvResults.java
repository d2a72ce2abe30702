package org.mailboxremediation.device.report;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What ClamAV says of single files. A line that is not understood says nothing good. */
final class ClamAvResults {

    private static final Pattern ERROR = Pattern.compile("(?:ERROR|LibClamAV Error): .*|.* ERROR"
            + "|.*: (?:Access denied|Can't (?:open|access|read) .*|No such file or directory|Permission denied)");
    private static final Pattern SKIPPED = Pattern.compile("(.*): Excluded(?: .*)?");
    /** Systems of files that hold none, for example processes. */
    private static final Pattern VIRTUAL = Pattern.compile("/(?:proc|sys|dev|run)(?:/.*)?");

    private final List<String> findings = new ArrayList<>();
    private final Set<String> doubts = new LinkedHashSet<>();
    private long found;
    private long clean;
    private long skipped;
    private long errors;

    private ClamAvResults() {}

    static ClamAvResults of(String text) {
        ClamAvResults results = new ClamAvResults();
        text.lines().map(String::stripTrailing).forEach(results::take);
        return results;
    }

    List<String> findings() {
        return List.copyOf(findings);
    }

    List<String> doubts() {
        return List.copyOf(doubts);
    }

    /** How many lines say {@code FOUND}, limits and encrypted files included. */
    long found() {
        return found;
    }

    /** How many files have a line; null if none has, since a quiet scan names none. */
    @Nullable
    Long files() {
        return found + clean == 0 ? null : Long.valueOf(found + clean);
    }

    long skipped() {
        return skipped;
    }

    long errors() {
        return errors;
    }

    private void take(String line) {
        if (line.endsWith(" FOUND")) {
            find(line.substring(0, line.length() - " FOUND".length()));
        } else if (line.endsWith(": OK")) {
            clean++;
        } else if (line.contains("virus database is older than")) {
            doubts.add("The scanner itself says that its signatures are too old. Update them and scan again.");
        } else if (SKIPPED.matcher(line).matches()) {
            skipped +=
                    VIRTUAL.matcher(line.substring(0, line.lastIndexOf(": "))).matches() ? 0 : 1;
        } else if (ERROR.matcher(line).matches()) {
            errors++;
        }
    }

    private void find(String fileAndName) {
        found++;
        int colon = fileAndName.lastIndexOf(": ");
        String name = colon < 0 ? fileAndName : fileAndName.substring(colon + 2);
        String file = colon < 0 ? "" : " in " + fileAndName.substring(0, colon);
        if (name.startsWith("Heuristics.Limits.")) {
            doubts.add("A file went beyond the scanner's limits (AlertExceedsMax) and was not looked at whole.");
        } else if (name.startsWith("Heuristics.Encrypted.")) {
            doubts.add("A file is encrypted and could not be looked into.");
        } else if (findings.size() < ScanReport.MAX_FINDINGS) {
            findings.add(name + file);
        }
    }
}
