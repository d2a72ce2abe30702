package org.mailboxremediation.device.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mailboxremediation.device.report.SampleReports.ALERTS;
import static org.mailboxremediation.device.report.SampleReports.CLAMDSCAN;
import static org.mailboxremediation.device.report.SampleReports.CLAMSCAN;
import static org.mailboxremediation.device.report.SampleReports.DEFENDER;
import static org.mailboxremediation.device.report.SampleReports.DEVICE;
import static org.mailboxremediation.device.report.SampleReports.OCSF;
import static org.mailboxremediation.device.report.Verdicts.claims;
import static org.mailboxremediation.device.report.Verdicts.judge;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mailboxremediation.device.ScanJudgement;
import org.mailboxremediation.device.ScanVerdict;

/** The clean rule over reports in the shapes that the tools write, and over what an attacker makes of them. */
class ReportTableTest {

    /** A whole report, one thing in it changed, and the reasons that this gives: part of each, in their order. */
    record Row(String name, String report, ScanVerdict verdict, List<String> reasons) {

        static Row unread(String name, String report, String why) {
            return incomplete(name, report, why, "signatures is missing");
        }

        static Row of(String base, String from, String to, String... reasons) {
            assertThat(base).contains(from);
            return incomplete(from + " -> " + to, base.replace(from, to), reasons);
        }

        static Row incomplete(String name, String report, String... reasons) {
            return new Row(name, report, ScanVerdict.INCOMPLETE, List.of(reasons));
        }

        static Row clean(String name, String report) {
            return new Row(name, report, ScanVerdict.CLEAN, List.of());
        }

        static Row infected(String name, String report) {
            return new Row(name, report, ScanVerdict.INFECTED, List.of());
        }

        @Override
        public String toString() {
            return name.strip();
        }
    }

    static Stream<Row> clean() {
        return Stream.of(
                Row.clean("clamscan", CLAMSCAN),
                Row.clean("clamscan on Windows", CLAMSCAN.replace("\n", "\r\n")),
                Row.clean("clamscan without the last line end", CLAMSCAN.stripTrailing()),
                Row.clean("clamscan with a mark", "\uFEFF" + CLAMSCAN),
                Row.clean("clamdscan", CLAMDSCAN),
                Row.clean("Defender", DEFENDER),
                Row.clean(
                        "Defender with another machine's alert",
                        DEFENDER.replace(
                                "\"value\": []",
                                "\"value\": [{\"machineId\":\"ff\",\"status\":\"New\",\"title\":\"x\"}]")),
                Row.clean("OCSF", OCSF));
    }

    static Stream<Row> clamAv() {
        return Stream.of(
                Row.of(CLAMSCAN, "Scope: full", "Scope: part", "part of the device"),
                Row.of(CLAMSCAN, "Scope: full\n", "", "whole device was scanned"),
                Row.of(CLAMSCAN, "Time zone: +00:00\n", "", "no time zone"),
                Row.of(CLAMSCAN, "Time zone: +00:00", "Time zone: Mars", "no time zone"),
                Row.of(CLAMSCAN, "Sun Mar  1", "Sun Feb  1", "more than 7 days old"),
                Row.of(CLAMSCAN, "Sun Mar  1 07:24:10 2026", "Mon Mar  9 07:24:10 2026", "dated after"),
                Row.of(CLAMSCAN, "/27927/Sun Mar  1 07:24:10 2026", "", "date of the signatures is missing"),
                Row.of(CLAMSCAN, "Start Date: 2026:03:02 10", "Start Date: 2026:03:02 08", "before the incident"),
                Row.of(CLAMSCAN, "Start Date: 2026:03:02 10:00:00\n", "", "ends before", "when the scan began"),
                Row.of(CLAMSCAN, "End Date:   2026:03:02 11", "End Date:   2026:03:03 11", "in the future"),
                Row.of(CLAMSCAN, "End Date:   2026:03:02 11", "End Date:   2026:03:02 09", "ended before it began"),
                Row.of(CLAMSCAN, "2026:03:02 11:00:00", "2026:02:30 11:00:00", "when the scan ended"),
                Row.of(CLAMSCAN, "Scanned files: 31877", "Scanned files: 0", "looked at no files"),
                Row.of(CLAMSCAN, "Known viruses: 8708688", "Known viruses: 0", "no signatures"),
                Row.of(CLAMSCAN, "Infected files: 0\n", "", "ends before"),
                Row.of(CLAMSCAN, "Infected files: 0", "Infected files: 0\nTotal errors: 3", ": 3 errors"),
                Row.of(CLAMSCAN, "empty: Empty file", "empty: Access denied", ": 1 errors"),
                Row.of(CLAMSCAN, "empty: Empty file", "empty: Can't open file or directory ERROR", ": 1 errors"),
                Row.of(CLAMSCAN, "/home/alice/empty", "WARNING: /x: Can't access file\n/e", ": 1 errors"),
                Row.of(CLAMSCAN, "/home/alice/empty", "LibClamAV Error: cli_load\n/e", ": 1 errors"),
                Row.of(CLAMSCAN, "/proc: Excluded", "/home/bob: Excluded", "left out 1 items"),
                Row.of(
                        CLAMSCAN,
                        "/proc: Excluded",
                        "LibClamAV Warning: ***  The virus database is older than 7 days!  ***",
                        "itself says"),
                Row.of(
                        CLAMSCAN,
                        "/proc: Excluded",
                        "/a.zip: Heuristics.Limits.Exceeded.MaxFiles FOUND",
                        "AlertExceedsMax"),
                Row.of(CLAMSCAN, "/proc: Excluded", "/a.zip: Heuristics.Encrypted.Zip FOUND", "encrypted"),
                Row.incomplete("two summaries", CLAMSCAN + CLAMSCAN, "several scans"),
                Row.incomplete(
                        "a file's name that plays a head",
                        CLAMSCAN.replace("Scope: full\n", "").replace("/proc", "/x\nScope: full\n/proc"),
                        "whole device was scanned"),
                Row.incomplete("carrying EICAR", CLAMSCAN.replace("report.pdf", eicar()), "test virus"),
                Row.incomplete(
                        "clamdscan that names no files",
                        CLAMDSCAN.replace("Files: 31877\n", "").replace("/: OK\n", ""),
                        "how many files"),
                Row.of(CLAMDSCAN, "Files: 31877\n", "Files: 0\n", "looked at no files"),
                Row.of(CLAMDSCAN, "Signatures: 2026-03-01T07:24:10Z\n", "", "date of the signatures is missing"),
                Row.of(CLAMDSCAN, "Europe/Berlin", "UTC-08:00", "in the future"),
                Row.of(CLAMDSCAN, "Europe/Berlin", "Asia/Tokyo", "before the incident"),
                Row.of(CLAMDSCAN, "/: OK", "/x: lstat() failed. ERROR", ": 1 errors"));
    }

    static Stream<Row> json() {
        String health = "\"avSignaturePublishTime\": \"2026-03-01T07:24:10Z\"";
        return Stream.of(
                Row.of(DEFENDER, "\"Full\"", "\"Quick\"", "part of the device"),
                Row.of(DEFENDER, "\"scope\": \"Full\",", "", "whole device was scanned"),
                Row.of(DEFENDER, "Succeeded", "Failed", "scan failed"),
                Row.of(DEFENDER, "Succeeded", "TimeOut", "scan failed"),
                Row.of(DEFENDER, "Succeeded", "Cancelled", "was cancelled"),
                Row.of(DEFENDER, "Succeeded", "InProgress", "ends before"),
                Row.of(DEFENDER, "Succeeded", "Great", "scan was completed"),
                Row.of(DEFENDER, "\"alerts\"", "\"others\"", "found nothing"),
                Row.of(DEFENDER, health, "\"x\":1", "date of the signatures is missing"),
                Row.of(DEFENDER, health, health.replace("2026", "2025"), "more than 7 days old"),
                Row.of(DEFENDER, "T10:00:00.2262283Z", "T08:00:00Z", "before the incident"),
                Row.of(DEFENDER, "T11:00:00.6596267Z", "T13:00:00Z", "in the future"),
                Row.of(DEFENDER, "T11:00:00.6596267Z", "T11:00:00", "when the scan ended"),
                Row.of(DEFENDER, "RunAntiVirusScan", "Isolate", "not an antivirus scan", "signatures is missing"),
                Row.incomplete(
                        "an open alert from before",
                        DEFENDER.replace("\"value\": []", "\"value\": [" + alert().replace("T10:", "T08:") + "]"),
                        "still open"),
                Row.incomplete(
                        "resolved alerts alone",
                        ALERTS.replace("New", "Resolved").replace("null", "\"FalsePositive\""),
                        "was completed",
                        "whole device",
                        "no scan",
                        "signatures is missing"),
                Row.of(OCSF, "\"activity_id\": 2", "\"activity_id\": 1", "ends before"),
                Row.of(OCSF, "\"activity_id\": 2", "\"activity_id\": 3", "was cancelled"),
                Row.of(OCSF, "\"activity_id\": 2", "\"activity_id\": 4", "scan failed"),
                Row.of(OCSF, "\"activity_id\": 2", "\"activity_id\": \"2\"", "scan was completed"),
                Row.of(OCSF, "\"Full\"", "\"Quick\"", "part of the device"),
                Row.of(OCSF, "\"type\": \"Full\",", "", "whole device was scanned"),
                Row.of(OCSF, "\"num_files\": 31877", "\"num_files\": 0", "looked at no files"),
                Row.of(OCSF, "\"num_files\": 31877", "\"num_files\": -1", "how many files"),
                Row.of(OCSF, "\"num_files\": 31877", "\"num_files\": 1e999", "how many files"),
                Row.of(OCSF, "\"num_detections\": 0,", "", "how many detections"),
                Row.of(OCSF, "\"num_skipped_items\": 0", "\"num_skipped_items\": 7", "left out 7 items"),
                Row.of(OCSF, "\"start_time\": 1772445600000", "\"start_time\": 1772430000000", "before the incident"),
                Row.of(OCSF, "\"end_time\": 1772449200000", "\"end_time\": 1772535600000", "in the future"),
                Row.of(OCSF, "\"end_time\": 1772449200000", "\"end_time\": 9223372036854775807", "when the scan ended"),
                Row.of(OCSF, "2026-03-01T07", "2026-02-01T07", "more than 7 days old"),
                Row.of(OCSF, "6007", "6003", "no reader", "signatures is missing"),
                Row.of(
                        OCSF,
                        "\"class_uid\": 6007",
                        "\"class_uid\": 6007, \"class_uid\": 6007",
                        "not whole",
                        "signatures is missing"),
                Row.unread("two events", "[" + OCSF + "," + OCSF + "]", "several events"),
                Row.unread("something behind it", OCSF + "{}", "not whole"),
                Row.unread("deeply nested", "[".repeat(50_000), "not whole"),
                Row.unread("nested 21 deep", "{\"a\":".repeat(21) + "1" + "}".repeat(21), "not whole"),
                Row.unread("very many values", "[" + "1,".repeat(300_000) + "1]", "not whole"));
    }

    static Stream<Row> infected() {
        return Stream.of(
                Row.infected("found", CLAMSCAN.replace("/proc: Excluded", "/x: Win.Test.EICAR_HDB-1 FOUND")),
                Row.infected("counted", CLAMSCAN.replace("Infected files: 0", "Infected files: 2")),
                Row.infected("found and cut off", "/x: Trojan.Sample FOUND\n/y: O"),
                Row.infected("clamdscan", CLAMDSCAN.replace("/: OK", "/x: Trojan.Sample FOUND")),
                Row.infected("alerts", ALERTS),
                Row.infected("an alert alone", alert()),
                Row.infected("alert since", DEFENDER.replace("\"value\": []", "\"value\": [" + alert() + "]")),
                Row.infected(
                        "alert since, resolved",
                        DEFENDER.replace("\"value\": []", "\"value\": [" + alert().replace("New", "Resolved") + "]")),
                Row.infected("detections", OCSF.replace("\"num_detections\": 0", "\"num_detections\": 1")),
                Row.infected(
                        "detections, resolved",
                        OCSF.replace("\"num_detections\": 0", "\"num_detections\": 1")
                                .replace("\"num_resolutions\": 0", "\"num_resolutions\": 1")),
                Row.infected("named", OCSF.replace("\"scan\"", "\"malware\": [{\"name\": \"Worm\"}], \"scan\"")));
    }

    @ParameterizedTest
    @MethodSource({"clean", "clamAv", "json", "infected"})
    void eachReportGetsItsVerdictAndItsReasons(Row row) {
        ScanJudgement judgement = judge(row.report().getBytes(StandardCharsets.UTF_8));
        assertThat(judgement.verdict()).as(judgement.toString()).isEqualTo(row.verdict());
        assertThat(judgement.reasons()).hasSameSizeAs(row.reasons());
        for (int i = 0; i < row.reasons().size(); i++) {
            assertThat(judgement.reasons().get(i)).contains(row.reasons().get(i));
        }
    }

    static Stream<String> bases() {
        return Stream.of(CLAMSCAN, CLAMDSCAN, DEFENDER, ALERTS, OCSF);
    }

    @ParameterizedTest
    @MethodSource("bases")
    void noReportThatIsCutOffIsClean(String whole) {
        byte[] bytes = whole.stripTrailing().getBytes(StandardCharsets.UTF_8);
        IntStream.range(0, bytes.length)
                .mapToObj(length -> Arrays.copyOf(bytes, length))
                .forEach(cut -> {
                    ScanJudgement judgement = judge(cut);
                    assertThat(judgement.verdict()).isEqualTo(ScanVerdict.INCOMPLETE);
                    assertThat(judgement.reasons()).isNotEmpty();
                });
    }

    static Stream<String> foreign() {
        List<String> foreign = new ArrayList<>();
        for (String base : List.of(CLAMSCAN, CLAMDSCAN, DEFENDER, OCSF)) {
            foreign.add(base.replace(DEVICE, DEVICE.replace('0', '1')));
        }
        foreign.add(CLAMSCAN.replace("LT-0001", "LT-0002"));
        foreign.add(DEFENDER.replace("LT-0001", "LT-0002"));
        foreign.add(ALERTS.replace("LT-0001", "LT-0002"));
        foreign.add(OCSF.replace("LT-0001", "LT-0002").replace("lt-0001", "lt-0002"));
        return foreign.stream();
    }

    @ParameterizedTest
    @MethodSource("foreign")
    void anotherDevicesReportIsRefused(String report) {
        byte[] bytes = report.getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> judge(bytes)).isInstanceOf(ForeignReport.class);
    }

    @Test
    void reportsBeyondTheBoundsProveNothing() {
        unread(new byte[0], "empty");
        unread("  \n".getBytes(StandardCharsets.UTF_8), "empty");
        unread(CLAMSCAN.repeat(40_000).getBytes(StandardCharsets.UTF_8), "10 MiB");
        unread(new byte[] {'P', 'K', 3, 4}, "packed");
        unread(new byte[] {0x1F, (byte) 0x8B, 8}, "packed");
        unread(CLAMSCAN.getBytes(StandardCharsets.UTF_16BE), "UTF-8");
        unread(CLAMSCAN.getBytes(StandardCharsets.UTF_16LE), "UTF-8");
        unread(CLAMSCAN.getBytes(Charset.forName("IBM500")), "no reader");
        unread(eicar().getBytes(StandardCharsets.US_ASCII), "no reader");
    }

    @Test
    void windowsAndOldLinuxWriteOtherCharsets() {
        assertThat(judge(CLAMSCAN.getBytes(StandardCharsets.UTF_16)).verdict()).isEqualTo(ScanVerdict.CLEAN);
        String umlaut = CLAMSCAN.replace("report.pdf", "Übersicht.pdf");
        assertThat(judge(umlaut.getBytes(StandardCharsets.ISO_8859_1)).verdict())
                .isEqualTo(ScanVerdict.CLEAN);
    }

    @Test
    void textOfAReportIsBoundedAndPlain() {
        String hostile = "/x\u001b[31m\u202e" + "y".repeat(3000) + ": Trojan.Sample FOUND\n";
        List<String> findings = claims(hostile.repeat(3000)).findings();
        assertThat(findings)
                .hasSize(1000)
                .allSatisfy(finding ->
                        assertThat(finding).hasSizeLessThanOrEqualTo(500).doesNotContain("\u001b", "\u202e"));
    }

    private static void unread(byte[] report, String why) {
        ScanJudgement judgement = judge(report);
        assertThat(judgement.verdict()).isEqualTo(ScanVerdict.INCOMPLETE);
        assertThat(judgement.reasons().get(0)).contains(why);
    }

    private static String alert() {
        return ALERTS.substring(ALERTS.indexOf("{\"id\""), ALERTS.lastIndexOf(']'));
    }

    /** In two pieces, since scanners would take this file for a virus. */
    private static String eicar() {
        return "X5O!P%@AP[4\\PZX54(P^)7CC)7}$" + "EICAR-STANDARD-" + "ANTIVIRUS-TEST-FILE!$H+H*";
    }
}
