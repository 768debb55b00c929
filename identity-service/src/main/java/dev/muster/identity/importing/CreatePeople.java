package dev.muster.identity.importing;

import dev.muster.identity.UserRow;
import dev.muster.identity.company.Admission;
import dev.muster.identity.company.MembershipStatus;
import dev.muster.identity.creation.UserCreationConfig;
import dev.muster.identity.mail.MailKind;
import dev.muster.identity.mail.Recipient;
import dev.muster.identity.mail.SendMail;
import dev.muster.identity.peer.TakeIn;
import dev.muster.identity.ticket.BulkTickets;
import dev.muster.identity.ticket.IssuedTicket;
import dev.muster.identity.ticket.TicketKind;
import dev.muster.kit.id.UserId;
import dev.muster.kit.outbox.BulkOutbox;
import dev.muster.kit.outbox.OutboxEntry;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Makes the people of one batch as {@link dev.muster.identity.creation.CreateUser} makes one: with their pending
 * memberships, the tickets and mails that activate them, and the orders to org-service, in one transaction.
 */
@ApplicationScoped
class CreatePeople {

    private final ImportedPeople people;
    private final BulkTickets tickets;
    private final SendMail sendMail;
    private final TakeIn takeIn;
    private final BulkOutbox outbox;
    private final UserCreationConfig creation;

    CreatePeople(
            ImportedPeople people,
            BulkTickets tickets,
            SendMail sendMail,
            TakeIn takeIn,
            BulkOutbox outbox,
            UserCreationConfig creation) {
        this.people = people;
        this.tickets = tickets;
        this.sendMail = sendMail;
        this.takeIn = takeIn;
        this.outbox = outbox;
        this.creation = creation;
    }

    /** The addresses whose people were made now; the others belong to somebody else. */
    Set<String> create(Connection connection, ImportJob job, Map<String, ImportedRow> rows) throws SQLException {
        Map<String, NewPerson> wanted = new LinkedHashMap<>();
        rows.forEach((key, row) -> wanted.put(key, person(job, row)));
        Map<String, Long> ids = people.insert(connection, job.orgId(), List.copyOf(wanted.values()));
        List<NewPerson> made = new ArrayList<>();
        ids.forEach((key, id) -> {
            NewPerson person = wanted.get(key);
            person.user().id = id;
            made.add(person);
        });
        if (!made.isEmpty()) {
            outbox.append(connection, memberships(job, made));
            outbox.append(connection, job.options().mail() ? mails(connection, made) : List.of());
        }
        return ids.keySet();
    }

    private NewPerson person(ImportJob job, ImportedRow row) {
        UserRow user = new UserRow();
        row.fields().applyTo(user);
        Admission admission = row.fields().admission(job.orgId(), MembershipStatus.PENDING, creation.defaultGroup());
        return new NewPerson(user, admission);
    }

    private List<OutboxEntry> memberships(ImportJob job, List<NewPerson> made) {
        Map<UserId, Admission> admissions = new LinkedHashMap<>();
        made.forEach(person -> admissions.put(person.user().userId(), person.admission()));
        String batch = job.id() + ":" + made.get(0).user().userId();
        return takeIn.entries(batch, job.orgId(), admissions);
    }

    private List<OutboxEntry> mails(Connection connection, List<NewPerson> made) throws SQLException {
        List<UserId> ids = made.stream().map(person -> person.user().userId()).toList();
        List<IssuedTicket> issued = tickets.issueToNew(connection, ids, TicketKind.ACTIVATION);
        List<OutboxEntry> mails = new ArrayList<>();
        for (int i = 0; i < made.size(); i++) {
            Recipient recipient = Recipient.of(made.get(i).user());
            mails.add(sendMail.entry(MailKind.ACTIVATION, recipient, null, issued.get(i)));
        }
        return mails;
    }
}
