package dev.muster.local.mail;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;

/** Keeps the last of the mails that it is shown. */
public final class NewestMails implements Consumer<Mail> {

    private final int most;
    private final Deque<Mail> mails = new ArrayDeque<>();
    private long leftOut;

    public NewestMails(int most) {
        this.most = most;
    }

    @Override
    public void accept(Mail mail) {
        mails.addLast(mail);
        if (mails.size() > most) {
            mails.removeFirst();
            leftOut++;
        }
    }

    /** Those that were kept, oldest first. */
    public List<Mail> mails() {
        return List.copyOf(mails);
    }

    /** How many older ones were not. */
    public long leftOut() {
        return leftOut;
    }
}
