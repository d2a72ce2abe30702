package org.mailboxremediation.campaign;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.springframework.stereotype.Component;

/** How a row that waits is written down. Of a version of ours: whoever changes a report's record must read old rows. */
@Component
final class RowJson {

    private final ObjectWriter writer = JsonMapper.builder().build().writerFor(Campaigns.Entry.class);
    private final ObjectReader reader = JsonMapper.builder().build().readerFor(Campaigns.Entry.class);

    String write(Campaigns.Entry entry) {
        try {
            return writer.writeValueAsString(entry);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a report can be written", impossible);
        }
    }

    Campaigns.Entry read(String text) {
        try {
            return reader.readValue(text);
        } catch (JsonProcessingException corrupt) {
            throw new IllegalStateException("a stored row cannot be read");
        }
    }
}
