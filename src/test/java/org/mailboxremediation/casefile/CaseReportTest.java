package org.mailboxremediation.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.junit.jupiter.api.Test;
import org.mailboxremediation.casefile.pdf.Drawing;
import org.mailboxremediation.event.CaseEvent;
import org.mailboxremediation.event.EventForm;

class CaseReportTest {

    private static final Instant START = Instant.parse("2026-11-02T09:00:00Z");
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void tellsTheCaseInTheOrderOfItsChain() throws IOException {
        String text = text(written(incident(3), events(40), List.of(drawing())));

        assertThat(text)
                .contains("Case file: alice@example.com", "What happened", "Times", "Who acted", "Timeline (UTC)")
                .contains("2026-11-02 09:00:00")
                .contains("Lock-out verified", "0 h 02 min 00 s")
                .contains("mailbox-admins", "webapp session", "password change verified")
                .contains("Path taken: Secure a mailbox")
                .contains("The device “Laptop 1” is unscannable.")
                .contains("Zoë Ünal-Łukasiewicz Ελένη Дмитрий")
                .contains("page 1 of ");
    }

    @Test
    void hostileTextIsPrintedAndDoesNothing() throws IOException {
        ObjectNode incident = incident(1);
        String hostile = "\u202Egpj.exe\u2066 \u0000\u001b[31m 漢字🔒 \uD800 <script>alert(1)</script> ${7*7} "
                + "x".repeat(5_000) + "\n\n(Tj) ET Q";
        incident.put("note", hostile);
        ((ObjectNode) incident.path("devices").get(0)).put("name", hostile);

        String text = text(written(incident, events(5), List.of()));

        assertThat(text).contains("gpj.exe", "[31m ??? <script>alert(1)</script> ${7*7}");
        assertThat(text.codePoints().filter(one -> Character.getType(one) == Character.FORMAT))
                .isEmpty();
    }

    @Test
    void aPurgedAndAnOldChainIsTold() throws IOException {
        List<CaseEvent> events = new ArrayList<>(events(3));
        CaseEvent first = events.get(0);
        events.set(
                0,
                new CaseEvent(
                        first.caseId(),
                        1,
                        first.at(),
                        first.actor(),
                        first.type(),
                        Map.of(),
                        first.previous(),
                        first.hash(),
                        new EventForm(null, null, null, true)));

        String text = text(written(incident(0), events, List.of()));

        assertThat(text).contains("(purged)", "not kept then", "No device was listed.", "path cannot be drawn");
    }

    @Test
    void aBigCaseIsWrittenWhole() throws IOException {
        byte[] pdf = written(incident(1_000), events(10_000), List.of(drawing()));

        try (PDDocument document = Loader.loadPDF(pdf)) {
            PDFTextStripper stripper = new PDFTextStripper();
            stripper.setStartPage(document.getNumberOfPages() - 1);
            assertThat(stripper.getText(document)).contains("10000", "incident closed", "Path taken");
            assertThat(document.getNumberOfPages()).isBetween(150, 600);
        }
    }

    private static byte[] written(ObjectNode incident, List<CaseEvent> events, List<Drawing> drawings)
            throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        CaseReport.Frame frame = new CaseReport.Frame(
                START, "auditor", "0123456789abcdef", Map.of("alice", "mailbox-admins"), drawings, List.of());
        new CaseReport(incident, events).write(frame, out);
        Files.write(Path.of("target", "case-report-" + events.size() + ".pdf"), out.toByteArray());
        return out.toByteArray();
    }

    private static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }

    private static Drawing drawing() {
        BpmnModelInstance model = Bpmn.readModelFromFile(new File("bpmn/secure-mailbox.bpmn"));
        Map<String, Integer> passed = new HashMap<>();
        int number = 0;
        for (FlowNode node : model.getModelElementsByType(FlowNode.class)) {
            if (number++ % 3 != 0) {
                passed.put(node.getId(), number % 4 == 0 ? 2 : 1);
            }
        }
        return ModelDrawing.of(model, "Secure a mailbox", 1, passed);
    }

    private static List<CaseEvent> events(int count) {
        List<String> types = List.of("IncidentReported", "PasswordSet", "PasswordChangeVerified", "ScanRecorded");
        List<CaseEvent> events = new ArrayList<>();
        for (int number = 1; number <= count; number++) {
            events.add(new CaseEvent(
                    "case-1",
                    number,
                    START.plusSeconds(60L * (number - 1)),
                    number % 3 == 0 ? "system" : "alice",
                    number == count && count > 5 ? "IncidentClosed" : types.get((number - 1) % types.size()),
                    Map.of("device", "3f1c4c3a-7f6b-4d9f-9f4c-1d8a3f0f4a11", "note", "Event " + number, "size", number),
                    "0".repeat(64),
                    "f".repeat(64),
                    new EventForm("WEBAPP_SESSION", "s", "d", false)));
        }
        return events;
    }

    private static ObjectNode incident(int devices) {
        ObjectNode incident = JSON.createObjectNode();
        incident.put("id", "0d9f5b0e-1111-4222-8333-444455556666").put("mailbox", "alice@example.com");
        incident.put("status", "CLOSED_RESTORED").put("severity", "CRITICAL").put("access", "OPEN");
        incident.put("reportedAt", START.toString()).put("note", "Strange mail was sent in my name.");
        incident.putObject("reporter")
                .put("name", "Zoë Ünal-Łukasiewicz Ελένη Дмитрий")
                .put("role", "USER");
        incident.putArray("symptoms").add("PASSWORD_CHANGED").add("FORWARDING_ADDED");
        incident.putArray("riskFactors").add("PUBLIC_WIFI");
        ArrayNode list = incident.putArray("devices");
        for (int number = 1; number <= devices; number++) {
            ObjectNode device = list.addObject();
            device.put("name", "Laptop " + number).put("kind", "LAPTOP").put("owner", "Alice");
            device.put("state", number == 1 ? "UNSCANNABLE" : "CLEAN");
            ObjectNode scan = device.putArray("scans").addObject();
            scan.put("verdict", "CLEAN").put("tool", "ClamAV 1.4").put("finishedAt", START.toString());
            scan.put("attestedBy", "alice").putArray("findings").add("Eicar-Test-Signature");
        }
        ObjectNode notice = incident.putArray("notices").addObject();
        notice.put("recipient", "bob@example.com").put("kind", "COLLEAGUE").put("channel", "MAIL");
        notice.put("status", "WITHHELD").put("queuedAt", START.toString()).putNull("settledAt");
        notice.put("reason", "This mailbox has an open case of its own.");
        ObjectNode block = incident.putArray("blocks").addObject();
        block.put("entry", "198.51.100.7")
                .put("level", "DOMAIN")
                .put("state", "ACTIVE")
                .put("decidedBy", "lead");
        block.put("why", "The originating address of the message that was the source.")
                .putNull("reason");
        return incident;
    }
}
