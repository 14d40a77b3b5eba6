using System.CommandLine;
using System.Globalization;
using Gazetier.Data;
using Gazetier.Features.Accounts;
using Gazetier.Features.Accounts.Factors;
using Gazetier.Features.Subscriptions;
using Gazetier.Text;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Cli;

/// <summary><c>staff add</c> and <c>reader add</c> print a single-use sign-in link; <c>staff reset</c> lets in again who lost the phone.</summary>
public static class PeopleCommands
{
    public static Command Staff()
    {
        var email = new Argument<string>("EMAIL");
        var name = new Option<string>("--name") { Description = "How the newspaper addresses them.", DefaultValueFactory = _ => "" };
        var role = new Option<StaffRole>("--role") { Description = "What they are.", Required = true };
        var add = new Command("add", "Adds a member of the newsroom or the desk.") { email, name, role };
        add.SetAction((parsed, cancel) => AddAsync(parsed.GetValue(email)!, parsed.GetValue(name)!, parsed.GetValue(role), null, cancel));
        var reset = new Command("reset", "Takes all second factors from who lost them, and ends their sessions. The next sign-in sets up anew.") { email };
        reset.SetAction((parsed, cancel) => ResetAsync(parsed.GetValue(email)!, cancel));
        return new Command("staff", "The newsroom and the desk.") { add, reset };
    }

    public static Command Reader()
    {
        var email = new Argument<string>("EMAIL");
        var name = new Option<string>("--name") { Description = "How the newspaper addresses them.", DefaultValueFactory = _ => "" };
        var until = new Option<string?>("--subscribed-until") { Description = "Gives a complimentary subscription until this day, as 2027-12-31." };
        var add = new Command("add", "Adds a reader.") { email, name, until };
        add.SetAction((parsed, cancel) => AddAsync(parsed.GetValue(email)!, parsed.GetValue(name)!, null, parsed.GetValue(until), cancel));
        return new Command("reader", "The readers.") { add };
    }

    private static Task<int> ResetAsync(string email, CancellationToken cancel) => Running.OnNewspaperAsync(
        async services =>
        {
            var key = EmailAddress.Key(EmailAddress.Read(email) ?? "");
            var account = await Running.InScopeAsync<GazetierDb, Account?>(services, db => db.Accounts.AsNoTracking().FirstOrDefaultAsync(a => a.NormalizedEmail == key, cancel));
            if (account is null)
            {
                await Console.Error.WriteLineAsync($"'{email}' has no account here.");
                return Running.NothingDone;
            }

            return await Running.InScopeAsync<ResetFactors, int>(services, async reset =>
            {
                await reset.RunAsync(by: null, account, cancel);
                return 0;
            });
        },
        cancel);

    private static async Task<int> AddAsync(string email, string name, StaffRole? role, string? until, CancellationToken cancel)
    {
        DateOnly? last = DateOnly.TryParseExact(until, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
        if (until is not null && last is null)
        {
            await Console.Error.WriteLineAsync($"--subscribed-until '{until}' is not a day. Example: --subscribed-until 2027-12-31");
            return Running.NothingDone;
        }

        return await Running.OnNewspaperAsync(
            async services =>
            {
                string link;
                try
                {
                    link = await Running.InScopeAsync<AddAccount, string>(services, add => add.RunAsync(email, name, role, cancel: cancel));
                }
                catch (ArgumentException wrong)
                {
                    await Console.Error.WriteLineAsync(wrong.Message);
                    return Running.NothingDone;
                }

                if (last is { } end)
                {
                    await Running.InScopeAsync<GazetierDb, bool>(services, db => SubscribeAsync(db, services, email, end, cancel));
                }

                Console.WriteLine(link);
                return 0;
            },
            cancel);
    }

    private static async Task<bool> SubscribeAsync(GazetierDb db, IServiceProvider services, string email, DateOnly last, CancellationToken cancel)
    {
        var normalized = Fold.Email(email).ToUpperInvariant();
        var account = await db.Accounts.SingleAsync(a => a.NormalizedEmail == normalized, cancel);
        db.Add(new Subscription
        {
            AccountId = account.Id,
            From = services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime,
            Until = last.AddDays(1).ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc),
            Origin = "Abonnement offert",
        });
        await db.SaveChangesAsync(cancel);
        return true;
    }
}
