package dev.muster.identity.mail;

import com.icegreen.greenmail.Managers;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.muster.testkit.time.Eventually;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/** A real SMTP server that keeps what it gets; tests take it away, bring it back and read its mailboxes. */
public final class MailServer {

    private final List<ReceivedMail> before = new CopyOnWriteArrayList<>();
    private GreenMail greenMail;
    private int port;
    private volatile boolean isAway;

    void start() {
        greenMail = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        greenMail.start();
        port = greenMail.getSmtp().getPort();
    }

    void stop() {
        greenMail.stop();
    }

    int port() {
        return port;
    }

    /** Cuts connections and refuses new ones until {@link #comeBack()}; what it has got it keeps. */
    public void goAway() {
        Managers stores = greenMail.getManagers();
        greenMail.stop();
        stores.getImapHostManager().getAllMessages().stream()
                .map(stored -> new ReceivedMail(stored.getMimeMessage()))
                .forEach(before::add);
        isAway = true;
    }

    public void comeBack() {
        start();
        isAway = false;
    }

    /** The mails for an address so far, oldest first. */
    public List<ReceivedMail> mails(String address) {
        return Stream.concat(before.stream(), received())
                .filter(mail -> mail.recipient().equals(address))
                .toList();
    }

    private Stream<ReceivedMail> received() {
        return isAway
                ? Stream.empty()
                : Arrays.stream(greenMail.getReceivedMessages()).map(ReceivedMail::new);
    }

    /** The mail of this number (from 1) for an address; waits until it is there. */
    public ReceivedMail await(String address, int number) {
        Eventually.holds(
                "mail " + number + " for " + address, () -> mails(address).size() >= number);
        return mails(address).get(number - 1);
    }

    /** The one mail for an address; waits until it is there. */
    public ReceivedMail awaitOnly(String address) {
        ReceivedMail mail = await(address, 1);
        if (mails(address).size() > 1) {
            throw new AssertionError("More than one mail for " + address);
        }
        return mail;
    }
}
