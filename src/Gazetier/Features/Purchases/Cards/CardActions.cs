using System.Text;
using Gazetier.Data;
using Gazetier.Features.Accounts;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Purchases.Cards;

/// <summary>The two doors of card payments: the button that leads to the provider, and where the provider tells us what happened.</summary>
public static class CardActions
{
    /// <summary>Bytes; theirs have some thousands.</summary>
    private const int LargestNotice = 256 * 1024;

    public static void MapCards(this WebApplication app)
    {
        app.MapPost("/abonnement/commande/{id:guid}/carte", PayAsync).RequireAuthorization();
        app.MapPost("/paiement/stripe", NoticeAsync);
    }

    /// <summary>303: the form was sent here, and the provider's page is looked at.</summary>
    private static async Task<IResult> PayAsync(HttpContext context, Guid id, GazetierDb db, ITakeCards cards, CancellationToken cancel)
    {
        var me = context.SignedIn()!.AccountId;
        var purchase = await db.Purchases.FirstOrDefaultAsync(p => p.Id == id && p.AccountId == me && p.State == PurchaseState.Ordered && p.Means == PaymentMeans.Card, cancel);
        if (purchase is null || !cards.IsOn)
        {
            return Results.NotFound();
        }

        if (purchase.OwedCents == 0)
        {
            return Results.LocalRedirect(PurchaseAddress.Done(id));
        }

        try
        {
            context.Response.Headers.Location = (await cards.BeginAsync(purchase, cancel)).AbsoluteUri;
            return Results.StatusCode(StatusCodes.Status303SeeOther);
        }
        catch (CardsAwayException)
        {
            return Results.LocalRedirect(PurchaseAddress.Done(id) + "?carte=indisponible");
        }
    }

    private static async Task<IResult> NoticeAsync(HttpContext context, NewspaperOptions options, TakeNotice take, CancellationToken cancel)
    {
        if (!options.Stripe.IsOn)
        {
            return Results.NotFound();
        }

        if (context.Request.ContentLength > LargestNotice)
        {
            return Results.StatusCode(StatusCodes.Status413PayloadTooLarge);
        }

        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
        {
            size.MaxRequestBodySize = LargestNotice;
        }

        using var reader = new StreamReader(context.Request.Body, Encoding.UTF8);
        var body = await reader.ReadToEndAsync(cancel);
        return await take.RunAsync(body, context.Request.Headers["Stripe-Signature"], cancel) ? Results.Ok() : Results.BadRequest();
    }
}
