using Gazetier.Changes;
using Gazetier.Features.Access;
using Gazetier.Features.Accounts;
using Gazetier.Features.Accounts.Factors;
using Gazetier.Features.Agenda;
using Gazetier.Features.Alerts;
using Gazetier.Features.Announcements;
using Gazetier.Features.Articles;
using Gazetier.Features.Attachments;
using Gazetier.Features.Audit;
using Gazetier.Features.Authors;
using Gazetier.Features.Bounces;
using Gazetier.Features.Clubs;
using Gazetier.Features.Clubs.Questions;
using Gazetier.Features.Consents;
using Gazetier.Features.Conversation;
using Gazetier.Features.Conversation.Notices;
using Gazetier.Features.Conversation.Restrictions;
using Gazetier.Features.Conversation.Threads;
using Gazetier.Features.DataMap;
using Gazetier.Features.Deliveries;
using Gazetier.Features.Deliveries.Pace;
using Gazetier.Features.Departures;
using Gazetier.Features.Digests;
using Gazetier.Features.DmarcReports;
using Gazetier.Features.Dossiers;
using Gazetier.Features.Exams;
using Gazetier.Features.Feeds;
using Gazetier.Features.Feeds.Hubs;
using Gazetier.Features.Figures;
using Gazetier.Features.Follows;
using Gazetier.Features.FrontPages;
using Gazetier.Features.Gifts;
using Gazetier.Features.Headings;
using Gazetier.Features.Keywords;
using Gazetier.Features.LegalTexts;
using Gazetier.Features.Licensing;
using Gazetier.Features.Magazine;
using Gazetier.Features.MailingLists.Imports;
using Gazetier.Features.Manuscripts;
using Gazetier.Features.Meter;
using Gazetier.Features.Newsletters;
using Gazetier.Features.Newspaper;
using Gazetier.Features.Offers;
using Gazetier.Features.Organisations;
using Gazetier.Features.Partners;
using Gazetier.Features.Pictures;
using Gazetier.Features.Places;
using Gazetier.Features.Previews;
using Gazetier.Features.Products;
using Gazetier.Features.Purchases;
using Gazetier.Features.Purchases.Cards;
using Gazetier.Features.Quizzes;
using Gazetier.Features.Redirects;
using Gazetier.Features.Replies;
using Gazetier.Features.Robots;
using Gazetier.Features.Search;
using Gazetier.Features.Sections;
using Gazetier.Features.Sheets;
using Gazetier.Features.SingleSignOn;
using Gazetier.Features.Staff;
using Gazetier.Features.Subscriptions;
using Gazetier.Features.Suppressions;
using Gazetier.Features.Taxes;
using Gazetier.Features.Themes;
using Gazetier.Features.Trials;
using Gazetier.Mail;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Data;

/// <summary>
/// The newspaper's database: an index of its tables. All code asks for this class; which of the two databases stands
/// behind it is chosen by a setting (docs/decisions/0003).
/// </summary>
public abstract partial class GazetierDb(DbContextOptions options) : IdentityUserContext<Account, Guid>(options)
{
    public DbSet<Article> Articles => Set<Article>();
    public DbSet<Listing> Listings => Set<Listing>();
    public DbSet<Correction> Corrections => Set<Correction>();
    public DbSet<Reply> Replies => Set<Reply>();
    public DbSet<Byline> Bylines => Set<Byline>();
    public DbSet<Arrangement> Arrangements => Set<Arrangement>();
    public DbSet<FrontPageBlock> FrontPageBlocks => Set<FrontPageBlock>();
    public DbSet<Pin> Pins => Set<Pin>();
    public DbSet<Redirect> Redirects => Set<Redirect>();
    public DbSet<Section> Sections => Set<Section>();
    public DbSet<Theme> Themes => Set<Theme>();
    public DbSet<Dossier> Dossiers => Set<Dossier>();
    public DbSet<DossierPart> DossierParts => Set<DossierPart>();
    public DbSet<Author> Authors => Set<Author>();
    public DbSet<Merger> Mergers => Set<Merger>();
    public DbSet<Picture> Pictures => Set<Picture>();
    public DbSet<FormerKey> FormerPictureKeys => Set<FormerKey>();
    public DbSet<Attachment> Attachments => Set<Attachment>();

    public DbSet<LegalText> LegalTexts => Set<LegalText>();
    public DbSet<TextState> TextStates => Set<TextState>();
    public DbSet<Sheet> Sheets => Set<Sheet>();
    public DbSet<Quiz> Quizzes => Set<Quiz>();
    public DbSet<QuizResult> QuizResults => Set<QuizResult>();
    public DbSet<Exam> Exams => Set<Exam>();
    public DbSet<ExamPath> ExamPaths => Set<ExamPath>();
    public DbSet<PathStep> PathSteps => Set<PathStep>();
    public DbSet<StepDone> StepsDone => Set<StepDone>();

    public DbSet<Manuscript> Manuscripts => Set<Manuscript>();
    public DbSet<Revision> Revisions => Set<Revision>();
    public DbSet<Note> Notes => Set<Note>();
    public DbSet<Presence> Presences => Set<Presence>();
    public DbSet<PreviewLink> PreviewLinks => Set<PreviewLink>();
    public DbSet<Act> Acts => Set<Act>();
    public DbSet<ReplyRequest> ReplyRequests => Set<ReplyRequest>();

    public DbSet<Account> Accounts => Set<Account>();
    public DbSet<Session> Sessions => Set<Session>();
    public DbSet<Registration> Registrations => Set<Registration>();
    public DbSet<MailedLink> MailedLinks => Set<MailedLink>();
    public DbSet<Authenticator> Authenticators => Set<Authenticator>();
    public DbSet<RecoveryCode> RecoveryCodes => Set<RecoveryCode>();
    public DbSet<SpentChallenge> SpentChallenges => Set<SpentChallenge>();
    public DbSet<LinkedIdentity> LinkedIdentities => Set<LinkedIdentity>();
    public DbSet<ProviderSession> ProviderSessions => Set<ProviderSession>();
    public DbSet<StaffSection> StaffSections => Set<StaffSection>();
    public DbSet<Subscription> Subscriptions => Set<Subscription>();
    public DbSet<Offer> Offers => Set<Offer>();
    public DbSet<PromotionCode> PromotionCodes => Set<PromotionCode>();
    public DbSet<Product> Products => Set<Product>();
    public DbSet<VatRate> VatRates => Set<VatRate>();
    public DbSet<Purchase> Purchases => Set<Purchase>();
    public DbSet<PurchaseFile> PurchaseFiles => Set<PurchaseFile>();
    public DbSet<WrittenQuote> WrittenQuotes => Set<WrittenQuote>();
    public DbSet<Payment> Payments => Set<Payment>();
    public DbSet<CardNotice> CardNotices => Set<CardNotice>();
    public DbSet<MeansSetting> MeansSettings => Set<MeansSetting>();
    public DbSet<SalesTerms> SalesTerms => Set<SalesTerms>();
    public DbSet<Organisation> Organisations => Set<Organisation>();
    public DbSet<Seat> Seats => Set<Seat>();
    public DbSet<Steward> Stewards => Set<Steward>();
    public DbSet<RenewalNotice> RenewalNotices => Set<RenewalNotice>();
    public DbSet<AccessRules> AccessRules => Set<AccessRules>();
    public DbSet<FreeReading> FreeReadings => Set<FreeReading>();
    public DbSet<Gift> Gifts => Set<Gift>();
    public DbSet<TrialTaken> TrialsTaken => Set<TrialTaken>();
    public DbSet<Departure> Departures => Set<Departure>();
    public DbSet<Invitation> Invitations => Set<Invitation>();
    public DbSet<Licence> Licences => Set<Licence>();
    public DbSet<JoinLink> JoinLinks => Set<JoinLink>();
    public DbSet<Withdrawal> Withdrawals => Set<Withdrawal>();
    public DbSet<OrganisationSiret> OrganisationSirets => Set<OrganisationSiret>();
    public DbSet<OrganisationDomain> OrganisationDomains => Set<OrganisationDomain>();
    public DbSet<AddressRange> AddressRanges => Set<AddressRange>();

    public DbSet<Comment> Comments => Set<Comment>();
    public DbSet<CommentRules> CommentRules => Set<CommentRules>();
    public DbSet<ArticleConversation> ArticleConversations => Set<ArticleConversation>();
    public DbSet<SectionConversation> SectionConversations => Set<SectionConversation>();
    public DbSet<Restriction> Restrictions => Set<Restriction>();
    public DbSet<CommentNotice> CommentNotices => Set<CommentNotice>();
    public DbSet<ThreadFollow> ThreadFollows => Set<ThreadFollow>();
    public DbSet<ThreadSettings> ThreadSettings => Set<ThreadSettings>();

    public DbSet<Follow> Follows => Set<Follow>();
    public DbSet<DigestRhythm> DigestRhythms => Set<DigestRhythm>();
    public DbSet<Issue> Issues => Set<Issue>();
    public DbSet<Delivery> Deliveries => Set<Delivery>();
    public DbSet<PaceRule> PaceRules => Set<PaceRule>();
    public DbSet<WarmUpPlan> WarmUpPlans => Set<WarmUpPlan>();
    public DbSet<PaceBudget> PaceBudgets => Set<PaceBudget>();
    public DbSet<PostingAlert> PostingAlerts => Set<PostingAlert>();
    public DbSet<DmarcReport> DmarcReports => Set<DmarcReport>();
    public DbSet<RecordedBounce> RecordedBounces => Set<RecordedBounce>();
    public DbSet<Keyword> Keywords => Set<Keyword>();
    public DbSet<KeywordMatch> KeywordMatches => Set<KeywordMatch>();
    public DbSet<Place> Places => Set<Place>();
    public DbSet<AlertSettings> AlertSettings => Set<AlertSettings>();
    public DbSet<Matching> Matchings => Set<Matching>();
    public DbSet<FeedKey> FeedKeys => Set<FeedKey>();
    public DbSet<FeedPing> FeedPings => Set<FeedPing>();
    public DbSet<HubPosition> HubPositions => Set<HubPosition>();
    public DbSet<Newsletter> Newsletters => Set<Newsletter>();
    public DbSet<NewsletterIssue> NewsletterIssues => Set<NewsletterIssue>();
    public DbSet<NewsletterBlock> NewsletterBlocks => Set<NewsletterBlock>();
    public DbSet<NewsletterSignup> NewsletterSignups => Set<NewsletterSignup>();
    public DbSet<SignupRequest> SignupRequests => Set<SignupRequest>();
    public DbSet<AgendaEvent> AgendaEvents => Set<AgendaEvent>();
    public DbSet<EventDate> EventDates => Set<EventDate>();
    public DbSet<Booking> Bookings => Set<Booking>();
    public DbSet<Announcement> Announcements => Set<Announcement>();
    public DbSet<AnnouncementSearch> AnnouncementSearches => Set<AnnouncementSearch>();
    public DbSet<AnnouncementAlert> AnnouncementAlerts => Set<AnnouncementAlert>();
    public DbSet<AnnouncementTold> AnnouncementsTold => Set<AnnouncementTold>();
    public DbSet<AnnouncementSource> AnnouncementSources => Set<AnnouncementSource>();
    public DbSet<PrintIssue> PrintIssues => Set<PrintIssue>();
    public DbSet<PrintEntry> PrintEntries => Set<PrintEntry>();
    public DbSet<PrintPage> PrintPages => Set<PrintPage>();
    public DbSet<Club> Clubs => Set<Club>();
    public DbSet<ClubMember> ClubMembers => Set<ClubMember>();
    public DbSet<ClubQuestion> ClubQuestions => Set<ClubQuestion>();
    public DbSet<Consent> Consents => Set<Consent>();
    public DbSet<ListImport> ListImports => Set<ListImport>();
    public DbSet<ListImportLine> ListImportLines => Set<ListImportLine>();
    public DbSet<Suppression> Suppressions => Set<Suppression>();
    public DbSet<OutgoingMail> OutgoingMails => Set<OutgoingMail>();
    public DbSet<Insertion> Insertions => Set<Insertion>();
    public DbSet<Lead> Leads => Set<Lead>();
    public DbSet<Forgetting> Forgettings => Set<Forgetting>();
    public DbSet<SynonymList> SynonymLists => Set<SynonymList>();
    public DbSet<ReadCount> ReadCounts => Set<ReadCount>();
    public DbSet<RobotSetting> RobotSettings => Set<RobotSetting>();
    public DbSet<RobotException> RobotExceptions => Set<RobotException>();
    public DbSet<RobotVisit> RobotVisits => Set<RobotVisit>();

    public DbSet<Imprint> Imprint => Set<Imprint>();
    public DbSet<Emblem> Emblems => Set<Emblem>();
    public DbSet<MenuEntry> MenuEntries => Set<MenuEntry>();
    public DbSet<Change> Changes => Set<Change>();
    public DbSet<Secret> Secrets => Set<Secret>();

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(GazetierDb).Assembly);
        builder.Entity<Secret>(secret =>
        {
            secret.ToTable("Secrets");
            secret.HasKey(s => s.Name);
            secret.Property(s => s.Name).HasMaxLength(100);
        });
        builder.Entity<IdentityUserClaim<Guid>>().ToTable("AccountClaims");
        builder.Entity<IdentityUserLogin<Guid>>().ToTable("AccountLogins");
        builder.Entity<IdentityUserToken<Guid>>().ToTable("AccountTokens");
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder conventions)
    {
        base.ConfigureConventions(conventions);
        // SQLite hands times back without their kind and Npgsql insists on it: one converter makes both UTC.
        conventions.Properties<DateTime>().HaveConversion<UtcConverter>();
        conventions.Properties<ProductSet>().HaveConversion<ProductSetConverter>();
        conventions.Properties<Enum>().HaveConversion<string>().HaveMaxLength(40);
    }
}
