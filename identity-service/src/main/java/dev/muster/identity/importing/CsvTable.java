package dev.muster.identity.importing;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.QuoteStrategy;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Rows that are read page by page and written as they are read, so that a table of any length needs little memory. */
interface CsvTable {

    QuoteStrategy EVERY_SEPARATOR = new QuoteStrategy() {
        @Override
        public boolean quoteValue(int line, int column, String cell) {
            return CsvCell.hasSeparator(cell);
        }
    };

    List<String> header();

    /** The next page; empty at the end. Cells may be null. */
    List<List<String>> nextPage();

    /** An answer that a browser saves under the name. */
    static Response attachment(String name, CsvTable table) {
        StreamingOutput body = output -> {
            Writer writer = new BufferedWriter(new OutputStreamWriter(output, StandardCharsets.UTF_8));
            write(table, writer);
            writer.flush();
        };
        return Response.ok(body, "text/csv;charset=UTF-8")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
                .header("X-Content-Type-Options", "nosniff")
                .build();
    }

    private static void write(CsvTable table, Writer writer) throws IOException {
        CsvWriter csv = CsvWriter.builder().quoteStrategy(EVERY_SEPARATOR).build(writer);
        csv.writeRecord(table.header());
        for (List<List<String>> page = table.nextPage(); !page.isEmpty(); page = table.nextPage()) {
            page.forEach(row -> csv.writeRecord(row.stream()
                    .map(cell -> cell == null ? "" : CsvCell.of(cell))
                    .toList()));
        }
        csv.flush();
    }
}
