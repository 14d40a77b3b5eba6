using Gazetier.Features.Offers;
using Gazetier.Features.Organisations;
using Gazetier.Features.Purchases.Cards;
using Gazetier.Features.Subscriptions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gazetier.Features.Purchases;

public class PurchaseTable : IEntityTypeConfiguration<Purchase>
{
    public void Configure(EntityTypeBuilder<Purchase> purchase)
    {
        purchase.ToTable("Purchases");
        purchase.Property(p => p.Number).HasMaxLength(20);
        purchase.Property(p => p.Currency).HasMaxLength(3);
        purchase.Property(p => p.Language).HasMaxLength(2);
        purchase.Property(p => p.PromotionCode).HasMaxLength(Offers.PromotionCode.MaxLength);
        purchase.Property(p => p.VatSource).HasMaxLength(300);
        purchase.Property(p => p.EvidenceHash).HasMaxLength(64);
        purchase.Property(p => p.Version).IsConcurrencyToken();
        purchase.Ignore(p => p.OwedCents);
        purchase.Ignore(p => p.KeptCents);
        purchase.Ignore(p => p.Total);
        purchase.Ignore(p => p.NextStep);
        purchase.Ignore(p => p.TaxedIn);
        purchase.OwnsOne(p => p.Billing, billing =>
        {
            billing.Property(b => b.Name).HasMaxLength(Purchase.MaxName);
            billing.Property(b => b.FoldedName).HasMaxLength(Purchase.MaxName);
            billing.Property(b => b.Contact).HasMaxLength(Purchase.MaxName);
            billing.Property(b => b.Street).HasMaxLength(Purchase.MaxStreet);
            billing.Property(b => b.Postcode).HasMaxLength(5);
            billing.Property(b => b.City).HasMaxLength(Purchase.MaxCity);
            billing.Property(b => b.Country).HasMaxLength(2);
            billing.Property(b => b.Siret).HasMaxLength(Siret.Length);
            billing.Property(b => b.ServiceCode).HasMaxLength(Purchase.MaxServiceCode);
            billing.Property(b => b.Engagement).HasMaxLength(Purchase.MaxEngagement);
            billing.Ignore(b => b.IsComplete);
            billing.Ignore(b => b.Territory);
        });
        purchase.Navigation(p => p.Billing).IsRequired();
        purchase.HasIndex(p => p.Number).IsUnique();
        purchase.HasIndex(p => new { p.AccountId, p.State });
        // Two windows that begin the same offer at once are one purchase.
        purchase.HasIndex(p => new { p.AccountId, p.OfferId }).IsUnique().HasFilter("\"State\" = 'Begun' AND \"RenewsId\" IS NULL");
        // The desk's lists, and the rounds of reminders.
        purchase.HasIndex(p => new { p.State, p.OrderedAt });
        purchase.HasIndex(p => p.RemindAt);
        purchase.HasIndex(p => p.GraceUntil);
        purchase.HasIndex(p => p.SubscriptionId);
        purchase.HasOne(p => p.Account).WithMany().HasForeignKey(p => p.AccountId).OnDelete(DeleteBehavior.SetNull);
        purchase.HasOne(p => p.Offer).WithMany().HasForeignKey(p => p.OfferId).OnDelete(DeleteBehavior.Restrict);
        purchase.HasOne<PromotionCode>().WithMany().HasForeignKey(p => p.PromotionCodeId).OnDelete(DeleteBehavior.SetNull);
        purchase.HasOne<Subscription>().WithMany().HasForeignKey(p => p.SubscriptionId).OnDelete(DeleteBehavior.SetNull);
        purchase.HasOne<Subscription>().WithMany().HasForeignKey(p => p.RenewsId).OnDelete(DeleteBehavior.SetNull);
        purchase.HasOne<Organisation>().WithMany().HasForeignKey(p => p.OrganisationId).OnDelete(DeleteBehavior.SetNull);
    }
}

public class WrittenQuoteTable : IEntityTypeConfiguration<WrittenQuote>
{
    public void Configure(EntityTypeBuilder<WrittenQuote> quote)
    {
        quote.ToTable("WrittenQuotes");
        quote.Ignore(q => q.Total);
        quote.Property(q => q.Number).HasMaxLength(20);
        quote.Property(q => q.Recipient).HasMaxLength(WrittenQuote.MaxRecipient);
        quote.Property(q => q.OfferName).HasMaxLength(Offers.Offer.MaxName);
        quote.Property(q => q.PromotionCode).HasMaxLength(Offers.PromotionCode.MaxLength);
        quote.Property(q => q.VatSource).HasMaxLength(300);
        quote.HasIndex(q => q.Number).IsUnique();
        quote.HasIndex(q => q.PurchaseId);
        // One for each term of a contract, on however many nodes.
        quote.HasIndex(q => new { q.RenewsId, q.TermEndsAt }).IsUnique();
        quote.HasOne(q => q.Purchase).WithMany().HasForeignKey(q => q.PurchaseId).OnDelete(DeleteBehavior.Cascade);
        quote.HasOne<Subscription>().WithMany().HasForeignKey(q => q.RenewsId).OnDelete(DeleteBehavior.SetNull);
    }
}

public class PurchaseFileTable : IEntityTypeConfiguration<PurchaseFile>
{
    public void Configure(EntityTypeBuilder<PurchaseFile> file)
    {
        file.ToTable("PurchaseFiles");
        file.HasKey(f => f.PurchaseId);
        file.Property(f => f.Name).HasMaxLength(PurchaseFile.MaxName);
        file.Property(f => f.ContentType).HasMaxLength(40);
        file.HasOne<Purchase>().WithOne().HasForeignKey<PurchaseFile>(f => f.PurchaseId).OnDelete(DeleteBehavior.Cascade);
    }
}

public class PurchaseCounterTable : IEntityTypeConfiguration<PurchaseCounter>
{
    public void Configure(EntityTypeBuilder<PurchaseCounter> counter)
    {
        counter.ToTable("PurchaseCounters");
        counter.HasKey(c => c.Year);
        counter.Property(c => c.Year).ValueGeneratedNever();
    }
}

public class PaymentTable : IEntityTypeConfiguration<Payment>
{
    public void Configure(EntityTypeBuilder<Payment> payment)
    {
        payment.ToTable("Payments");
        payment.Property(p => p.Note).HasMaxLength(Payment.MaxNote);
        payment.Property(p => p.ByName).HasMaxLength(256);
        payment.Property(p => p.ProviderReference).HasMaxLength(255);
        payment.HasIndex(p => p.UndoesId).IsUnique();
        payment.HasIndex(p => p.GivesBackId);
        payment.HasIndex(p => p.ProviderReference).IsUnique();
        payment.HasOne(p => p.Purchase).WithMany().HasForeignKey(p => p.PurchaseId).OnDelete(DeleteBehavior.Restrict);
    }
}

public class MeansSettingTable : IEntityTypeConfiguration<MeansSetting>
{
    public void Configure(EntityTypeBuilder<MeansSetting> setting)
    {
        setting.ToTable("MeansSettings");
        setting.HasKey(s => s.Means);
        setting.Property(s => s.Text).HasMaxLength(MeansSetting.MaxText);
        setting.Property(s => s.ReminderDays).HasMaxLength(100);
        setting.Ignore(s => s.Reminders);
        // Nothing is on until the publisher says where the money goes. Sixty days of grace for public bodies (F-01).
        setting.HasData(
            new MeansSetting { Means = PaymentMeans.Transfer, OpensOnPayment = true, DueDays = 15, GraceDays = 15, ReminderDays = "1,10" },
            new MeansSetting { Means = PaymentMeans.Cheque, OpensOnPayment = true, DueDays = 15, GraceDays = 15, ReminderDays = "1,10" },
            new MeansSetting { Means = PaymentMeans.Mandate, DueDays = 30, GraceDays = 60, ReminderDays = "1,15,30" },
            new MeansSetting { Means = PaymentMeans.Card, OpensOnPayment = true, DueDays = 1, GraceDays = 7, ReminderDays = "1" });
    }
}

public class CardNoticeTable : IEntityTypeConfiguration<CardNotice>
{
    public void Configure(EntityTypeBuilder<CardNotice> notice)
    {
        notice.ToTable("CardNotices");
        notice.Property(n => n.Id).HasMaxLength(255);
        notice.Property(n => n.Kind).HasMaxLength(100);
    }
}

public class SalesTermsTable : IEntityTypeConfiguration<SalesTerms>
{
    public void Configure(EntityTypeBuilder<SalesTerms> terms)
    {
        terms.ToTable("SalesTerms");
        terms.HasKey(t => t.Version);
        terms.Property(t => t.Version).ValueGeneratedNever();
    }
}
