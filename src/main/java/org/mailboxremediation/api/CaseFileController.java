package org.mailboxremediation.api;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.mailboxremediation.casefile.CaseFiles;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What is given away of an incident. Written while it is read: a case's evidence may be large. */
@RestController
@Tag(name = "Incidents")
final class CaseFileController {

    private final Cases cases;
    private final IncidentViews views;
    private final CaseFiles files;
    private final ObjectMapper json;

    CaseFileController(Cases cases, IncidentViews views, CaseFiles files, ObjectMapper json) {
        this.cases = cases;
        this.views = views;
        this.files = files;
        this.json = json;
    }

    @GetMapping("/api/incidents/{id}/case-file")
    @Operation(
            summary =
                    "The case file: zip with evidence, models and signature (check it with the jar's verify), json, or"
                            + " pdf for people")
    void caseFile(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String format,
            Authentication authentication,
            HttpServletResponse response)
            throws IOException {
        Caller caller = Caller.of(authentication);
        String incident = cases.get(id, caller).id();
        CaseFileFormat chosen = CaseFileFormat.of(format);
        String now = json.writeValueAsString(views.of(incident));
        response.setContentType(chosen.mediaType());
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                "attachment; filename=\"case-" + incident + "." + chosen.ending() + "\"");
        switch (chosen) {
            case ZIP -> files.write(incident, now, caller.userId(), response.getOutputStream());
            case JSON -> files.writeJson(incident, now, response.getOutputStream());
            case PDF -> files.writePdf(incident, now, caller.userId(), response.getOutputStream());
        }
    }
}
