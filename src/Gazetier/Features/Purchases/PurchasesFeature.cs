using Gazetier.Data;
using Gazetier.Features.Purchases.Cards;
using Gazetier.Features.Purchases.Mails;
using Gazetier.Mail;
using Gazetier.Web;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gazetier.Features.Purchases;

/// <summary>Buying: from the offer to the order, and from the order to the last cent (F-01, L-11).</summary>
public static class PurchasesFeature
{
    /// <summary>Bytes of a form with a purchase order in it.</summary>
    private const long LargestForm = PurchaseFile.MaxSize + (64 * 1024);

    public static IServiceCollection AddPurchases(this IServiceCollection services, NewspaperOptions options)
    {
        services.AddScoped<SalesDoor>();
        services.AddScoped<MakeQuote>();
        services.AddScoped<PlaceOrder>();
        services.AddScoped<OpenAccess>();
        services.AddScoped<FindOrganisation>();
        services.AddScoped<TakePayment>();
        services.AddScoped<DecideOnPurchase>();
        services.AddScoped<CallForPayments>();
        services.AddScoped<RenewSubscriptions>();
        services.AddScoped<WriteQuote>();
        services.AddScoped<QuoteSheet>();
        services.AddScoped<WriteRenewalQuotes>();
        services.AddScoped<LapsePurchases>();
        services.AddScoped<ConfirmationText>();
        services.AddScoped<IComposeMail, PurchaseLetters>();
        services.AddScoped<IComposeMail, QuoteLetters>();
        services.AddScoped<TakeNotice>();
        services.AddHttpClient(StripeCards.Connection, client => client.Timeout = TimeSpan.FromSeconds(20));
        if (options.Stripe.IsOn)
        {
            services.AddScoped<ITakeCards, StripeCards>();
        }
        else
        {
            services.AddSingleton<ITakeCards, NoCards>();
        }

        services.Configure<RazorPagesOptions>(pages =>
            pages.Conventions.AddPageApplicationModelConvention("/Purchases/Mine/Address", page => page.Filters.Add(new SmallForm { Limit = LargestForm })));
        if (options.Works)
        {
            services.AddHostedService<PurchaseRounds>();
        }

        return services;
    }

    public static void MapPurchases(this WebApplication app) => app.MapCards();
}
