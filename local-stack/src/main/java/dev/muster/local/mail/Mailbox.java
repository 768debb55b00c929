package dev.muster.local.mail;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The newest mails in memory, numbered in the order of their arrival; the archive keeps them for later. */
public final class Mailbox {

    /** Enough for any test run; a benchmark that mails more drops the oldest. */
    static final int CAPACITY = 5_000;

    /** A mail with its place in the order of arrival. */
    public record Numbered(long number, Mail mail) {}

    private final MailArchive archive;
    private final Deque<Numbered> mails = new ArrayDeque<>();
    private long last;

    /** Opens the box with what the archive holds, which is cut to the box's capacity on the way. */
    public static Mailbox open(MailArchive archive) throws IOException {
        NewestMails kept = archive.newest(CAPACITY);
        if (kept.leftOut() > 0) {
            archive.replaceWith(kept.mails());
        }
        Mailbox box = new Mailbox(archive);
        kept.mails().forEach(box::remember);
        return box;
    }

    private Mailbox(MailArchive archive) {
        this.archive = archive;
    }

    synchronized void add(Mail mail) throws IOException {
        archive.append(mail);
        remember(mail);
    }

    private void remember(Mail mail) {
        mails.addLast(new Numbered(++last, mail));
        if (mails.size() > CAPACITY) {
            mails.removeFirst();
        }
    }

    /** The mails in memory, oldest first. */
    public synchronized List<Numbered> all() {
        return List.copyOf(mails);
    }

    /** The number of the newest mail; 0 while there was none. */
    public synchronized long newest() {
        return last;
    }
}
