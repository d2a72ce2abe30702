package org.mailboxremediation.webapp.caseview;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mailboxremediation.api.IncidentJson;
import org.mailboxremediation.casefile.CaseFiles;
import org.mailboxremediation.webapp.Answers;
import org.mailboxremediation.webapp.CaseReaders;
import org.mailboxremediation.webapp.QueryRefused;
import org.springframework.stereotype.Component;

/** The case file in each format there is, written while it is read: a case's evidence may be large. */
@Component
final class CaseFileFormats {

    private final IncidentJson incidents;
    private final CaseReaders readers;
    private final Map<String, Format> formats = new LinkedHashMap<>();

    CaseFileFormats(IncidentJson incidents, CaseReaders readers, CaseFiles files) {
        this.incidents = incidents;
        this.readers = readers;
        formats.put("zip", new Format("application/zip", files::write));
        formats.put("pdf", new Format("application/pdf", files::writePdf));
        formats.put("json", new Format("application/json", (id, json, reader, out) -> files.writeJson(id, json, out)));
    }

    private interface Writing {
        void write(String incidentId, String incident, String reader, OutputStream out) throws IOException;
    }

    private record Format(String mediaType, Writing writing) {}

    /** What can be asked for; the one that proves itself first. */
    List<String> names() {
        return List.copyOf(formats.keySet());
    }

    /** A download. */
    Response file(String incidentId, @Nullable String name) {
        Format format = formats.get(name == null ? "zip" : name);
        if (format == null) {
            throw QueryRefused.fields(
                    List.of(new QueryRefused.Field("format", "must be one of " + String.join(", ", names()))));
        }
        String incident = incidents.of(incidentId).toString();
        String reader = readers.person();
        StreamingOutput body = out -> format.writing().write(incidentId, incident, reader, out);
        return Answers.download(body, format.mediaType(), "case-" + incidentId + "." + (name == null ? "zip" : name));
    }
}
