using System.Net.Http.Headers;
using Gazetier.Features.Accounts;
using Gazetier.Features.Articles;
using Gazetier.Features.Pictures;
using Gazetier.Tests.Features.Pictures;
using Microsoft.Extensions.DependencyInjection;

namespace Gazetier.Tests.Features.Library;

/// <summary>How the newsroom brings files, and what lies in the library already.</summary>
internal static class Sending
{
    /// <summary>Sends a form with a file, as a browser does; as a script that wants JSON where so said.</summary>
    public static Task<Answer> SendFileAsync(
        this Browser browser, string path, string name, byte[] content, bool asScript = false, params (string Name, string Value)[] fields)
    {
        var form = new MultipartFormDataContent();
        var file = new ByteArrayContent(content);
        // What is declared is never believed.
        file.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        form.Add(file, "file", name);
        foreach (var (field, value) in fields)
        {
            form.Add(new StringContent(value), field);
        }

        var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = form };
        request.Headers.Add("Sec-Fetch-Site", "same-origin");
        if (asScript)
        {
            request.Headers.Accept.ParseAdd("application/json");
        }

        return browser.SendAsync(request);
    }

    public static Task<Picture> KeepAsync(this Site site, string credit = "Zoë Morel", string alternativeText = "Un lavoir", int width = 1200, int height = 800) =>
        site.Services.GetRequiredService<KeepPicture>().RunAsync(
            Made.Jpeg(width, height), new PictureDescription(credit, alternativeText, "La rue, lundi"), TestContext.Current.CancellationToken);

    /// <summary>Gives an article of the cast a figure in its body, and its lead picture where so said.</summary>
    public static Task ShowAsync(this Site site, long article, Picture picture, bool asLead = false) => site.DoAsync(async db =>
    {
        var found = (await db.Articles.FindAsync(article))!;
        found.Body = Body.Sanitise(found.Body + PictureMarkup.Figure(picture, "Légende."));
        found.LeadPictureId = asLead ? picture.Id : found.LeadPictureId;
        await db.SaveChangesAsync();
    });

    /// <summary>The fields of a picture's own page, as it stands.</summary>
    public static (string Name, string Value)[] Fields(this Picture picture, params (string Name, string Value)[] changed) =>
    [
        .. new (string Name, string Value)[] { ("credit", picture.Credit), ("alt", picture.AlternativeText), ("legende", picture.Caption), ("x", "50"), ("y", "50") }
            .Where(field => !changed.Any(other => other.Name == field.Name)),
        .. changed,
    ];

    /// <summary>Gives Lou a place in the newsroom.</summary>
    public static Task EmployLouAsync(this Site site, StaffRole role) => site.DoAsync(async db =>
    {
        (await db.Accounts.FindAsync(Newsroom.Lou))!.Role = role;
        await db.SaveChangesAsync();
    });
}
