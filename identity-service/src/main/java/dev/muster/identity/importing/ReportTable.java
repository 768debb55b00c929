package dev.muster.identity.importing;

import dev.muster.identity.importing.Rejections.Numbered;
import java.util.List;
import java.util.UUID;

/** The report of an import as a table. */
final class ReportTable implements CsvTable {

    private final Rejections rejections;
    private final UUID job;
    private long after;

    ReportTable(Rejections rejections, UUID job) {
        this.rejections = rejections;
        this.job = job;
    }

    @Override
    public List<String> header() {
        return List.of("line", "field", "code", "detail");
    }

    @Override
    public List<List<String>> nextPage() {
        List<Numbered> page = rejections.after(job, after);
        if (!page.isEmpty()) {
            after = page.get(page.size() - 1).number();
        }
        return page.stream().map(Numbered::rejection).map(ReportTable::row).toList();
    }

    private static List<String> row(Rejection rejection) {
        return List.of(
                Long.toString(rejection.line()),
                rejection.field() == null ? "" : rejection.field(),
                rejection.code(),
                rejection.detail());
    }
}
