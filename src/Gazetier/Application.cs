using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Gazetier.Changes;
using Gazetier.Data;
using Gazetier.Features.Access;
using Gazetier.Features.Accounts;
using Gazetier.Features.Agenda;
using Gazetier.Features.Alerts;
using Gazetier.Features.Announcements;
using Gazetier.Features.Articles;
using Gazetier.Features.Attachments;
using Gazetier.Features.Bounces;
using Gazetier.Features.Charts;
using Gazetier.Features.Clubs;
using Gazetier.Features.Conversation;
using Gazetier.Features.DataMap;
using Gazetier.Features.Deliveries;
using Gazetier.Features.Demo;
using Gazetier.Features.Departures;
using Gazetier.Features.Desk;
using Gazetier.Features.DevMail;
using Gazetier.Features.Digests;
using Gazetier.Features.DmarcReports;
using Gazetier.Features.Embeds;
using Gazetier.Features.Exams;
using Gazetier.Features.Feeds;
using Gazetier.Features.Figures;
using Gazetier.Features.Follows;
using Gazetier.Features.FrontPages;
using Gazetier.Features.Generate;
using Gazetier.Features.Gifts;
using Gazetier.Features.Headings;
using Gazetier.Features.Imports;
using Gazetier.Features.LegalTexts;
using Gazetier.Features.Library;
using Gazetier.Features.Licensing;
using Gazetier.Features.Magazine;
using Gazetier.Features.MailingLists;
using Gazetier.Features.Manuscripts;
using Gazetier.Features.Meter;
using Gazetier.Features.Newsletters;
using Gazetier.Features.Newspaper;
using Gazetier.Features.Organisations;
using Gazetier.Features.Partners;
using Gazetier.Features.Pictures;
using Gazetier.Features.Planning;
using Gazetier.Features.Previews;
using Gazetier.Features.Purchases;
using Gazetier.Features.Quizzes;
using Gazetier.Features.Redirects;
using Gazetier.Features.Replies;
using Gazetier.Features.Robots;
using Gazetier.Features.Search;
using Gazetier.Features.SenderHealth;
using Gazetier.Features.Settings;
using Gazetier.Features.Sharing;
using Gazetier.Features.Sheets;
using Gazetier.Features.SingleSignOn;
using Gazetier.Features.Staff;
using Gazetier.Features.Subscriptions;
using Gazetier.Features.Suppressions;
using Gazetier.Features.Taxes;
using Gazetier.Features.Trials;
using Gazetier.Mail;
using Gazetier.Mail.Dkim;
using Gazetier.Web;
using Microsoft.Extensions.WebEncoders;

namespace Gazetier;

/// <summary>Puts the newspaper together: every feature is named once here.</summary>
public static class Application
{
    /// <summary>Registers everything; what is common to the server and to the commands.</summary>
    public static NewspaperOptions AddGazetier(this IHostApplicationBuilder builder)
    {
        var options = builder.Configuration.ReadNewspaperOptions();
        var services = builder.Services;
        services.AddSingleton(options);
        services.AddSingleton(Clock(options));
        services.Configure<WebEncoderOptions>(web => web.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));

        services.AddData(options);
        services.AddChanges(options);
        services.AddMail(options);
        services.AddDkim();
        services.AddWeb(options);

        services.AddNewspaper();
        services.AddAccounts(options);
        services.AddSingleSignOn();
        services.AddStaff();
        services.AddAccess();
        services.AddOrganisations();
        services.AddGifts();
        services.AddMeter();
        services.AddTaxes();
        services.AddTrials(options);
        services.AddArticles();
        services.AddFrontPages();
        services.AddHeadings();
        services.AddRedirects();
        services.AddSettings();
        services.AddManuscripts();
        services.AddPlanning(options);
        services.AddPreviews();
        services.AddReplies(options);
        services.AddConversation(options);
        services.AddDataMap(options);
        services.AddPartners();
        services.AddDepartures();
        services.AddDesk();
        services.AddSubscriptions(options);
        services.AddPurchases(options);
        services.AddDemo();
        services.AddPictures();
        services.AddSharing();
        services.AddEmbeds();
        services.AddCharts();
        services.AddAttachments();
        services.AddLibrary();
        services.AddFeeds(options);
        services.AddLicensing();
        services.AddRobots();
        services.AddLegalTexts();
        services.AddSheets(options);
        services.AddQuizzes();
        services.AddExams();
        services.AddFollows(options);
        services.AddDeliveries();
        services.AddSuppressions();
        services.AddBounces(options);
        services.AddDmarcReports();
        services.AddSenderHealth();
        services.AddMailingLists(options);
        services.AddDigests(options);
        services.AddAlerts(options);
        services.AddNewsletters(options);
        services.AddClubs(options);
        services.AddAgenda(options);
        services.AddAnnouncements(options);
        services.AddMagazine();
        services.AddSearch(options);
        services.AddFigures();
        services.AddDevMail();
        services.AddImports();
        services.AddGenerate();
        return options;
    }

    /// <summary>The way of a request, from the outside in.</summary>
    public static void UseGazetier(this WebApplication app)
    {
        var options = app.Services.GetRequiredService<NewspaperOptions>();
        app.UseWeb(options, beforeKept: RobotsFeature.UseRobots, beforeRouting: PreviewsFeature.UsePreviews);
        app.UseSaying();
        app.UseOldAddresses();
        app.MapWeb(options);
        app.MapMail(options);
        app.MapAccounts();
        app.MapNewspaper();
        app.MapDataMap();
        app.MapPartners();
        app.MapArticles();
        app.MapManuscripts();
        app.MapPreviews();
        app.MapPictures();
        app.MapSharing();
        app.MapEmbeds();
        app.MapCharts();
        app.MapAttachments();
        app.MapFeeds();
        app.MapExams();
        app.MapRobots();
        app.MapFollows();
        app.MapNewsletters();
        app.MapAgenda();
        app.MapAnnouncements();
        app.MapMagazine();
        app.MapSearch();
        app.MapFigures();
        app.MapPurchases();
        app.MapDevMail();
        app.MapRazorPages();
    }

    private static TimeProvider Clock(NewspaperOptions options) => options.Clock.Length == 0
        ? TimeProvider.System
        : new StartedClock(DateTimeOffset.Parse(options.Clock, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal));
}
