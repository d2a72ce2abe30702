package org.mailboxremediation.device.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;

/**
 * A report within its bounds: at most 10 MiB, not packed; JSON at most 20 levels deep, of at most 200,000 tokens, no name
 * twice in an object.
 *
 * @param text the report
 * @param json its tree; missing if it is not JSON
 */
public record ReportDocument(String text, JsonNode json) {

    /** The longest report that is read: 10 MiB. */
    public static final int MAX_SIZE = 10 * 1024 * 1024;

    private static final String TEST_VIRUS = "EICAR-STANDARD-" + "ANTIVIRUS-TEST-FILE";

    private static final ObjectMapper JSON = new ObjectMapper(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(20)
                            .maxStringLength(100_000)
                            .maxNameLength(500)
                            .maxNumberLength(40)
                            .maxTokenCount(200_000)
                            .maxDocumentLength(2L * MAX_SIZE)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    /** Takes the bytes if they lie within the bounds: {@link UnreadableReport} if not. */
    static ReportDocument of(byte[] report) {
        if (report.length == 0) {
            throw new UnreadableReport("The report is empty.");
        }
        if (report.length > MAX_SIZE) {
            throw new UnreadableReport(
                    "The report is longer than 10 MiB. Bring one without a line for each clean file.");
        }
        if (ReportText.startsWith(report, 'P', 'K') || ReportText.startsWith(report, 0x1F, 0x8B)) {
            throw new UnreadableReport("The report is packed. Bring it unpacked.");
        }
        String text = ReportText.decode(report);
        if (text.isBlank()) {
            throw new UnreadableReport("The report is empty.");
        }
        return new ReportDocument(text, tree(text));
    }

    /** Whether it carries the test file that scanners take for a virus: an honest report has no reason to. */
    boolean carriesTestVirus() {
        return text.contains(TEST_VIRUS);
    }

    private static JsonNode tree(String text) {
        String start = text.stripLeading();
        if (!start.startsWith("{") && !start.startsWith("[")) {
            return MissingNode.getInstance();
        }
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException cutOffOrHostile) {
            throw new UnreadableReport("The report is not whole, or is nested or repeated beyond reason.");
        }
    }
}
