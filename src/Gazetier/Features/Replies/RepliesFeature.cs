using Gazetier.Data;
using Gazetier.Features.Replies.Mails;
using Gazetier.Mail;
using Gazetier.Web;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Quartz;

namespace Gazetier.Features.Replies;

/// <summary>Rights of reply: asked for by whoever is named, decided within three days, published with the article (L-30).</summary>
public static class RepliesFeature
{
    /// <summary>Bytes of a form: the longest reply in any script, each sign of it escaped.</summary>
    private const long LargestForm = 512 * 1024;

    public static IServiceCollection AddReplies(this IServiceCollection services, NewspaperOptions options)
    {
        services.AddScoped<ReceiveReplyRequest>();
        services.AddScoped<DecideOnReply>();
        services.AddScoped<TypesetReply>();
        services.AddScoped<CallForReplies>();
        services.AddScoped<WaitingReplies>();
        services.AddScoped<IComposeMail, ReplyLetters>();
        services.Configure<RazorPagesOptions>(pages =>
            pages.Conventions.AddFolderApplicationModelConvention("/Replies", page => page.Filters.Add(new SmallForm { Limit = LargestForm })));
        if (options.Works)
        {
            // The clock that runs it is started with the digests' own.
            services.AddQuartz(schedule => schedule.ScheduleJob<ReplySchedule>(
                trigger => trigger.WithIdentity("replies").WithCronSchedule(ReplySchedule.Cron)));
        }

        return services;
    }
}
