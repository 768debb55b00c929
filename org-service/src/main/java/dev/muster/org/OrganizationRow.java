package dev.muster.org;

import dev.muster.kit.id.OrgId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;

/** A stored organization. */
@Entity
@Table(name = "organizations")
public class OrganizationRow {

    private static final String PLAN_OF_NEW_ORGANIZATIONS = "free";
    private static final String COLOR_OF_NEW_ORGANIZATIONS = "#3498db";

    @Id
    private long id;

    private String name;

    @Column(updatable = false)
    private String slug;

    private String plan;
    private String color;
    private String logo;
    private boolean active;

    @Column(name = "second_factor_required")
    private boolean secondFactorRequired;

    @Version
    private long version;

    @Column(name = "created_at", updatable = false)
    private Instant createdAt;

    @Column(name = "updated_at")
    private Instant updatedAt;

    protected OrganizationRow() {}

    /** A new organization, active and on the free plan. */
    public OrganizationRow(OrgId id, OrganizationName name, Instant now) {
        this.id = id.value();
        this.name = name.value();
        this.slug = name.slug(this.id);
        this.plan = PLAN_OF_NEW_ORGANIZATIONS;
        this.color = COLOR_OF_NEW_ORGANIZATIONS;
        this.active = true;
        this.createdAt = now;
        this.updatedAt = now;
    }

    public OrgId id() {
        return new OrgId(id);
    }

    public String name() {
        return name;
    }

    public String plan() {
        return plan;
    }

    public String color() {
        return color;
    }

    /** An https address, or null. */
    public String logo() {
        return logo;
    }

    public boolean isActive() {
        return active;
    }

    /** Whether only sessions with a second factor may work in the organization. */
    public boolean demandsSecondFactor() {
        return secondFactorRequired;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Instant updatedAt() {
        return updatedAt;
    }

    /** Keeps the slug, which addresses may hold. */
    public void rename(OrganizationName newName, Instant now) {
        this.name = newName.value();
        this.updatedAt = now;
    }

    /** Has only sessions with a second factor work in the organization, or any. */
    public void demandSecondFactor(boolean demand, Instant now) {
        this.secondFactorRequired = demand;
        this.updatedAt = now;
    }

    /** Ends the organization for good. */
    public void close(Instant now) {
        this.active = false;
        this.updatedAt = now;
    }
}
