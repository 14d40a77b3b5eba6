using System.Net;
using System.Text.RegularExpressions;
using Gazetier.Features.Accounts;
using Gazetier.Mail;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Gazetier.Tests.Features.Accounts;

/// <summary>What the tests of accounts do again and again.</summary>
public static partial class AccountSteps
{
    public const string Good = "Les hirondelles rentrent tard";
    public const string Better = "Trois vélos verts sous la pluie";

    /// <summary>Header by which a test says where a request comes from; works on a site opened with <see cref="FromAnywhere"/>.</summary>
    private const string AddressHeader = "X-Test-Address";

    public static void FromAnywhere(IServiceCollection services) => services.AddSingleton<IStartupFilter, AddressOfTest>();

    /// <summary>Gives one of the cast a password.</summary>
    public static async Task GivePasswordAsync(this Site site, Guid accountId, string password = Good)
    {
        var hash = await site.Services.GetRequiredService<Argon2PasswordHasher>().HashAsync(password, CancellationToken.None);
        await site.DoAsync(db => db.Accounts.Where(a => a.Id == accountId).ExecuteUpdateAsync(a => a.SetProperty(x => x.PasswordHash, hash)));
    }

    /// <summary>Posts what is owed, and returns what was sent to <paramref name="email"/> since the site opened, oldest first.</summary>
    public static async Task<IReadOnlyList<Email>> MailsToAsync(this Site site, string email)
    {
        await site.PostOutboxAsync();
        return [.. site.Mails.Where(mail => mail.To == email)];
    }

    /// <summary>The path of the one link with a token in the last mail to <paramref name="email"/>.</summary>
    public static async Task<string> LinkToAsync(this Site site, string email)
    {
        var text = (await site.MailsToAsync(email))[^1].Text;
        return Token().Match(text) is { Success: true } link ? link.Groups["path"].Value : throw new InvalidOperationException($"No link in: {text}");
    }

    /// <summary>Registers and confirms, in one browser.</summary>
    public static async Task<Browser> RegisterAsync(this Site site, string email, string password = Good)
    {
        var browser = site.Visitor();
        await browser.PostAsync("/inscription", ("email", email), ("password", password), ("nom", "Anaïs"));
        await browser.PostAsync(await site.LinkToAsync(email));
        return browser;
    }

    public static Task<Answer> SignInAsync(this Browser browser, string email, string password, string? from = null, string agent = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0")
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/connexion")
        {
            Content = new FormUrlEncodedContent([KeyValuePair.Create("email", email), KeyValuePair.Create("password", password)]),
        };
        request.Headers.Add("Sec-Fetch-Site", "same-origin");
        request.Headers.TryAddWithoutValidation("User-Agent", agent);
        if (from is not null)
        {
            request.Headers.Add(AddressHeader, from);
        }

        return browser.SendAsync(request);
    }

    public static async Task<bool> IsSignedInAsync(this Browser browser) =>
        (await browser.GetAsync("/mon-compte/")).Status == HttpStatusCode.OK;

    [GeneratedRegex("http://localhost(?<path>/[a-z/-]+/[A-Za-z0-9_-]{43})", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Token();

    private sealed class AddressOfTest : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use((context, go) =>
            {
                if (IPAddress.TryParse(context.Request.Headers[AddressHeader], out var address))
                {
                    context.Connection.RemoteIpAddress = address;
                }

                return go(context);
            });
            next(app);
        };
    }
}
