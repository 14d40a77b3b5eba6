using Gazetier.Data;
using Gazetier.Features.Accounts;
using Gazetier.Features.Newsletters.Mails;
using Gazetier.Locales;
using Gazetier.Mail;
using Gazetier.Web;

namespace Gazetier.Features.Newsletters;

/// <summary>
/// Takes an address that asks for a newsletter, and owes it the mail that confirms (E-03). Nobody looks here whether the address is
/// known, or signed up already.
/// </summary>
public class AskToSignUp(GazetierDb db, RequestLimits limits, TimeProvider clock, Phrases t)
{
    /// <summary>False: this network asks for too many. An address that got enough this hour is answered as ever.</summary>
    /// <param name="email">As <see cref="EmailAddress.Read"/> gives it.</param>
    public async Task<bool> RunAsync(HttpContext context, Newsletter newsletter, string email, CancellationToken cancel)
    {
        if (!limits.MayAskForMail(Network.Of(context.Connection.RemoteIpAddress)))
        {
            return false;
        }

        if (limits.MayMail(NewsletterLetterKinds.Confirm, email))
        {
            var now = clock.GetUtcNow().UtcDateTime;
            var asked = new SignupRequest
            {
                NewsletterId = newsletter.Id,
                Email = email,
                Language = t.Language.Code(),
                Text = NewsletterNames.ConsentTo(newsletter.Name, t),
                Origin = context.Request.Path,
                CreatedAt = now,
            };
            db.SignupRequests.Add(asked);
            db.Owe(now, NewsletterLetterKinds.Confirm, email, new SignupMail(asked.Id));
            await db.SaveChangesAsync(cancel);
        }

        return true;
    }
}
