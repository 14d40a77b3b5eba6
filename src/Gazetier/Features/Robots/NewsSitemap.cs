using Gazetier.Data;
using Gazetier.Features.Articles;
using Gazetier.Features.Licensing;
using Gazetier.Features.Newspaper;
using Gazetier.Text;
using Gazetier.Web;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Robots;

/// <summary>The news sitemap: what was published in the last two days, for search engines' news pages; what search may not have is left out.</summary>
public class NewsSitemap(GazetierDb db, ReadPolicy read, Masthead masthead, PublicAddress address, TimeProvider clock)
{
    private const string Schema = "http://www.sitemaps.org/schemas/sitemap/0.9";
    private const string News = "http://www.google.com/schemas/sitemap-news/0.9";
    private const int AtMost = 1000;
    private static readonly TimeSpan Recent = TimeSpan.FromHours(48);

    /// <summary>Ends the kept file when its oldest article is no longer news.</summary>
    public async Task<byte[]> WriteAsync(PageTags tags, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var since = now - Recent;
        var articles = await db.Articles.TagWith("news sitemap").AsNoTracking().Published(now).OpenToSearch(await read.RunAsync(cancel))
            .Where(a => a.PublishedAt > since)
            .NewestFirst().Take(AtMost)
            .Select(a => new { a.Id, a.Slug, a.Headline, PublishedAt = a.PublishedAt!.Value })
            .ToListAsync(cancel);
        if (articles.Count > 0)
        {
            tags.ExpireAt(articles[^1].PublishedAt + Recent);
        }

        var newspaper = (await masthead.ImprintAsync(cancel)).Name;
        return Xml.Write(xml =>
        {
            xml.WriteStartElement("urlset", Schema);
            xml.WriteAttributeString("xmlns", "news", null, News);
            foreach (var article in articles)
            {
                xml.WriteStartElement("url");
                xml.Text("loc", address.Of(ArticleAddress.Of(article.Id, article.Slug)));
                xml.WriteStartElement("news", News);
                xml.WriteStartElement("publication", News);
                xml.Text("name", newspaper, News);
                xml.Text("language", "fr", News);
                xml.WriteEndElement();
                xml.Text("publication_date", Iso8601.Of(article.PublishedAt), News);
                xml.Text("title", article.Headline, News);
                xml.WriteEndElement();
                xml.WriteEndElement();
            }

            xml.WriteEndElement();
        });
    }
}
